import { any, field, type Predicate, some } from '#shared/model/predicate.ts';
import { allows, reachesEverything } from '../policies.ts';
import { grantsTo, type PolicyLists, ROLE } from './granted.ts';

/** A policy of one’s own allows every action of the service on everything. */
export const mayDoAll = (lists: PolicyLists, whose: string, service: string): Predicate =>
  grantsTo(
    lists,
    `a policy of the ${whose} allows ${service}:* on everything`,
    'the actions that the workload uses',
    [`${service}:Delete`],
    (statement) =>
      statement.actions.some((action) => action.toLowerCase() === `${service}:*`) &&
      allows(statement, `${service}:Delete`) &&
      reachesEverything(statement),
  );

/** AWS’s policy of that name is attached, or one of yours allows as much: every action of the service on everything. */
export const hasFullAccess = (
  service: string,
  policy: string,
  lists: PolicyLists = ROLE,
  whose = 'role',
): Predicate =>
  any(
    ...lists.attached.map((list) => some(list, field('PolicyArn').matches(new RegExp(`:policy/${policy}$`)))),
    mayDoAll(lists, whose, service),
  );
