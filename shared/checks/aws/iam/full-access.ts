import { any, field, type Predicate, some } from '#shared/model/predicate.ts';
import { allows, reachesEverything } from '../policies.ts';
import { grants } from './granted.ts';

/** AWS’s policy of that name is attached, or one of yours allows as much: every action of the service on everything. */
export const hasFullAccess = (service: string, policy: string): Predicate =>
  any(
    some('AttachedManagedPolicies', field('PolicyArn').matches(new RegExp(`:policy/${policy}$`))),
    grants(
      `a policy of the role allows ${service}:* on everything`,
      'the actions that the workload uses',
      (statement) =>
        statement.actions.some((action) => action.toLowerCase() === `${service}:*`) &&
        allows(statement, `${service}:Delete`) &&
        reachesEverything(statement),
    ),
  );
