import { not } from '#shared/model/predicate.ts';
import { allows, reachesEverything } from '../policies.ts';
import { grantsTo, type PolicyLists, ROLE, USER } from './granted.ts';

/** Every action on every resource, without a condition. */
const administers = (lists: PolicyLists, whose: string) =>
  grantsTo(
    lists,
    `a policy of the ${whose} allows every action on every resource`,
    'no statement that allows * on *',
    ['iam:CreateUser'],
    (statement) =>
      statement.actions.some((action) => action === '*' || action === '*:*') &&
      allows(statement, 'iam:CreateUser') &&
      reachesEverything(statement) &&
      Object.keys(statement.condition).length === 0,
  );

export const isAdministrator = administers(ROLE, 'role');
export const isUserAdministrator = administers(USER, 'user');

/** Of an administrator it goes without saying what else it may: one finding says it. */
export const isNoAdministrator = not(isAdministrator);
export const isNoUserAdministrator = not(isUserAdministrator);
