import { actionPattern, covers, type Pattern } from './pattern.ts';
import type { Profile } from './principals.ts';
import type { Actions, Policy, Statement } from './statement.ts';

/**
 * Whether one may do at least all that another may, shown statement by statement: for each action and resource that the
 * weaker is allowed, the stronger is allowed one that takes it in, without a condition. `undefined` where that cannot be
 * shown, which does not mean that it is not so: where anything limits the stronger, where the weaker is told what it may
 * not do instead of what it may, and where nothing is known of it.
 */
export function coversProfile(strong: Profile, weak: Profile, policies: readonly Policy[]): true | undefined {
  if (strong.account !== weak.account || strong.boundary !== undefined || weak.identity.length === 0)
    return undefined;
  const own = statementsOf(strong, policies);
  if (own.some(({ effect }) => effect === 'Deny')) return undefined;
  const plain = own.filter(
    ({ conditions, actions, resources }) =>
      conditions.length === 0 && !actions.isNot && resources !== undefined && !resources.isNot,
  );
  const isTakenIn = ({ actions, resources }: Statement): boolean =>
    !actions.isNot &&
    resources !== undefined &&
    !resources.isNot &&
    resources.templates.length === 0 &&
    patternsOf(actions).every((action) =>
      resources.patterns.every((resource) =>
        plain.some(
          (statement) =>
            patternsOf(statement.actions).some((wide) => covers(wide, action)) &&
            (statement.resources?.patterns ?? []).some((wide) => covers(wide, resource)),
        ),
      ),
    );
  const allowed = statementsOf(weak, policies).filter(({ effect }) => effect === 'Allow');
  return allowed.every(isTakenIn) ? true : undefined;
}

const statementsOf = ({ identity }: Profile, policies: readonly Policy[]): Statement[] =>
  identity.flatMap((number) => policies[number]?.statements ?? []);

const patternsOf = ({ names, patterns }: Actions): Pattern[] => [
  ...[...names].map(actionPattern),
  ...patterns,
];
