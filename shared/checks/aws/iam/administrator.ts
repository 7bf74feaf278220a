import { not } from '#shared/model/predicate.ts';
import { allows, reachesEverything } from '../policies.ts';
import { grants } from './granted.ts';

/** Every action on every resource, without a condition. */
export const isAdministrator = grants(
  'a policy of the role allows every action on every resource',
  'no statement that allows * on *',
  (statement) =>
    statement.actions.some((action) => action === '*' || action === '*:*') &&
    allows(statement, 'iam:CreateUser') &&
    reachesEverything(statement) &&
    Object.keys(statement.condition).length === 0,
);

/** Of an administrator it goes without saying what else it may: one finding says it. */
export const isNoAdministrator = not(isAdministrator);
