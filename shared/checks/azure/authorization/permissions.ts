import type { Asset } from '#shared/model/asset.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { JudgingFunction } from '#shared/model/predicate.ts';

const PERMISSIONS = 'roleDefinition.properties.permissions';

/**
 * Whether the role of an assignment grants one of these actions: as Azure decides it, by a permission whose
 * `actions` cover it and whose `notActions` do not. `*` stands for any text, letter case does not count.
 * https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
export const grants = (wanted: readonly string[]): JudgingFunction =>
  granting(wanted, 'actions', 'notActions');

/** The same of what is done with data: `dataActions` and `notDataActions`. */
export const grantsDataActions = (wanted: readonly string[]): JudgingFunction =>
  granting(wanted, 'dataActions', 'notDataActions');

function granting(
  wanted: readonly string[],
  allow: 'actions' | 'dataActions',
  except: 'notActions' | 'notDataActions',
): JudgingFunction {
  return {
    sentence: `the role grants ${wanted.join(' or ')}`,
    reads: [PERMISSIONS],
    judge: (asset) => {
      const permissions = permissionsOf(asset);
      const expected = `a role without ${wanted.join(', ')}`;
      if (!permissions) {
        const note = 'the role of this assignment was not among the role definitions';
        return { truth: undefined, evidence: [{ path: PERMISSIONS, state: 'absent', expected, note }] };
      }
      const granted = permissions.flatMap((permission, index): Evidence[] => {
        const allowed = wanted.filter(
          (action) => covers(permission[allow], action) && !covers(permission[except], action),
        );
        if (allowed.length === 0) return [];
        const path = `${PERMISSIONS}[${index}].${allow}`;
        const note = `grants ${allowed.join(', ')}`;
        return [{ path, state: 'read', found: permission[allow] ?? [], expected, note }];
      });
      return {
        truth: granted.length > 0,
        evidence:
          granted.length > 0 ? granted : [{ path: PERMISSIONS, state: 'read', found: permissions, expected }],
      };
    },
  };
}

function permissionsOf({ config }: Asset) {
  const role = config['roleDefinition'];
  const properties = isObject(role) ? role['properties'] : undefined;
  const permissions = isObject(properties) ? properties['permissions'] : undefined;
  return Array.isArray(permissions) ? permissions.filter(isObject) : undefined;
}

const covers = (patterns: Json | undefined, action: string): boolean =>
  Array.isArray(patterns) &&
  patterns.some((pattern) => typeof pattern === 'string' && expressionOf(pattern).test(action));

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'i');

const escaped = (text: string): string => text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&');
