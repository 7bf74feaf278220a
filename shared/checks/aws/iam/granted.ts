import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';
import { type Statement, statementsOf } from '../policies.ts';

/** The config paths in which a role's permissions are. */
const READS = ['RolePolicyList', 'AttachedManagedPolicies'] as const;

/**
 * Fails when some policy of the role, inline or attached, has such a statement. A permissions boundary or a
 * service control policy may take away again what a policy gives; neither is weighed here, and a finding says
 * what the policies give. Unknown when no read policy has one and one could not be read.
 */
export const grants = (
  sentence: string,
  expected: string,
  isSuch: (statement: Statement, role: Asset) => boolean,
): Predicate =>
  judgedBy({
    sentence,
    reads: READS,
    judge: (role) => {
      const evidence: Evidence[] = [];
      let unread: string | undefined;
      for (const { document, path, name } of policiesOf(role)) {
        const statements = statementsOf(document, path);
        if (!statements) unread ??= path;
        for (const statement of statements ?? [])
          if (isSuch(statement, role))
            evidence.push({
              path: statement.path,
              state: 'read',
              found: statement.written,
              expected,
              note: name,
            });
      }
      if (evidence.length > 0) return { truth: true, evidence };
      if (unread !== undefined)
        return { truth: undefined, evidence: [{ path: unread, state: 'absent', expected }] };
      return { truth: false, evidence: READS.map((path) => namesOf(role, path, expected)) };
    },
  });

/** Which policies were read. */
function namesOf({ config }: Asset, path: string, expected: string): Evidence {
  const list = config[path];
  const names = (Array.isArray(list) ? list : []).map((policy) =>
    isObject(policy) ? String(policy['PolicyName']) : '',
  );
  return { path, state: 'read', found: names, expected };
}

function policiesOf({ config }: Asset): { document: Json | undefined; path: string; name: string }[] {
  const named = (list: Json | undefined, key: string, documentKey: string) =>
    Array.isArray(list)
      ? list.map((policy, index) => ({
          document: isObject(policy) && !isUnread(policy) ? policy[documentKey] : undefined,
          path: `${key}[${index}].${documentKey}`,
          name: isObject(policy) ? String(policy['PolicyName']) : key,
        }))
      : [{ document: undefined, path: key, name: key }];
  return [
    ...named(config['RolePolicyList'], 'RolePolicyList', 'PolicyDocument'),
    ...named(config['AttachedManagedPolicies'], 'AttachedManagedPolicies', 'Document'),
  ];
}
