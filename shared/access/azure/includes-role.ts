import type { PermissionSet, Role } from './assignment.ts';
import type { Condition } from './condition/condition.ts';

interface Assigned {
  readonly role: Role;
  readonly condition: Condition | undefined;
}

/**
 * Whether it shows that one role grants all that another does, whatever is asked: pattern by pattern, as they are
 * written. What hangs on a condition grants nothing for sure.
 */
export function includesRole(strong: Assigned, weak: Assigned): boolean {
  if (strong.condition !== undefined || strong.role.permissions === 'unread') return false;
  if (weak.role.permissions === 'unread') return false;
  const sets = strong.role.permissions.filter(({ condition }) => condition === undefined);
  return weak.role.permissions.every((set) => sets.some((other) => includesSet(other, set)));
}

const includesSet = (strong: PermissionSet, weak: PermissionSet): boolean =>
  includesPatterns(strong.actions, strong.notActions, weak.actions, weak.notActions) &&
  includesPatterns(strong.dataActions, strong.notDataActions, weak.dataActions, weak.notDataActions);

function includesPatterns(
  granted: readonly string[],
  excluded: readonly string[],
  needed: readonly string[],
  spared: readonly string[],
): boolean {
  if (needed.length === 0) return true;
  const all = new Set(granted.map((pattern) => pattern.toLowerCase()));
  const out = new Set(spared.map((pattern) => pattern.toLowerCase()));
  return (
    (all.has('*') || needed.every((pattern) => all.has(pattern.toLowerCase()))) &&
    excluded.every((pattern) => out.has(pattern.toLowerCase()))
  );
}
