import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy, type Predicate } from '#shared/model/predicate.ts';
import { type Statement, statementsOf } from '../policies.ts';
import { Permissions } from './permissions.ts';

/** Where a principal's policies are in its config. */
export interface PolicyLists {
  readonly inline: readonly string[];
  readonly attached: readonly string[];
}

export const ROLE: PolicyLists = { inline: ['RolePolicyList'], attached: ['AttachedManagedPolicies'] };

/** What a user has of its own, and through its groups. */
export const USER: PolicyLists = {
  inline: ['UserPolicyList', 'GroupPolicyList'],
  attached: ['AttachedManagedPolicies', 'GroupAttachedPolicies'],
};

const BOUNDARY = 'PermissionsBoundary';

/** The statements of a principal that matter to a rule, of those that it may really use. */
export type Deciding = (permissions: Permissions, principal: Asset) => readonly Statement[];

/**
 * Fails when the policies of the principal, inline or attached, less what their own Denies and the permissions
 * boundary take away, hold statements that decide. Service control policies are not weighed: they are not the
 * account's. Unknown when no read policy decides and one could not be read, or when the boundary could not be.
 */
export const holds = (
  lists: PolicyLists,
  sentence: string,
  expected: string,
  deciding: Deciding,
  /** Only policies of one kind count. */
  kind: 'any' | 'inline' | 'attached' = 'any',
): Predicate => {
  const reads = [...lists.inline, ...lists.attached];
  return judgedBy({
    sentence,
    reads: [...reads, BOUNDARY],
    judge: (principal) => {
      const policies = policiesOf(principal, lists);
      const read = policies.flatMap(({ document, path, isInline }) =>
        (statementsOf(document, path) ?? []).map((statement) => ({ statement, isInline })),
      );
      const names = new Map(policies.map(({ path, name }) => [path, name]));
      const counted = read.flatMap(({ statement, isInline }) =>
        kind === 'any' || isInline === (kind === 'inline') ? [statement] : [],
      );
      const found = deciding(
        new Permissions(
          counted,
          read.map(({ statement }) => statement),
        ),
        principal,
      );
      const boundary = principal.config[BOUNDARY];
      if (found.length > 0 && isObject(boundary)) {
        const path = `${BOUNDARY}.Document`;
        const limits = statementsOf(boundary['Document'], path);
        if (!limits) return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
        const left = deciding(
          new Permissions(
            counted,
            read.map(({ statement }) => statement),
            limits,
          ),
          principal,
        );
        if (left.length === 0)
          return {
            truth: false,
            evidence: [
              { path: BOUNDARY, state: 'read', expected, note: 'the permissions boundary takes it away' },
            ],
          };
        return { truth: true, evidence: left.map((statement) => quoted(statement, names, expected)) };
      }
      if (found.length > 0)
        return { truth: true, evidence: found.map((statement) => quoted(statement, names, expected)) };
      const unread = policies.find(
        ({ document, path, isInline }) =>
          (kind === 'any' || isInline === (kind === 'inline')) && !statementsOf(document, path),
      );
      if (unread) return { truth: undefined, evidence: [{ path: unread.path, state: 'absent', expected }] };
      return { truth: false, evidence: reads.map((path) => namesOf(principal, path, expected)) };
    },
  });
};

/** Fails when some statement of a policy, that no Deny and no boundary takes away, is such a one. */
export const grantsTo = (
  lists: PolicyLists,
  sentence: string,
  expected: string,
  /** The actions by which it is told that the statement is still worth something. */
  actions: readonly string[],
  isSuch: (statement: Statement, principal: Asset) => boolean,
  kind: 'any' | 'inline' | 'attached' = 'any',
): Predicate =>
  holds(
    lists,
    sentence,
    expected,
    (permissions, principal) =>
      permissions.giving(actions).filter((statement) => isSuch(statement, principal)),
    kind,
  );

const quoted = (
  { path, written }: Statement,
  names: ReadonlyMap<string, string>,
  expected: string,
): Evidence => ({
  path,
  state: 'read',
  found: written,
  expected,
  note: names.get(path.replace(/\.Statement(?:\[\d+\])?$/, '')) ?? '',
});

/** Which policies were read. */
function namesOf({ config }: Asset, path: string, expected: string): Evidence {
  const list = config[path];
  const names = (Array.isArray(list) ? list : []).map((policy) =>
    isObject(policy) ? String(policy['PolicyName']) : '',
  );
  return { path, state: 'read', found: names, expected };
}

interface Policy {
  readonly document: Json | undefined;
  readonly path: string;
  readonly name: string;
  readonly isInline: boolean;
}

function policiesOf({ config }: Asset, { inline, attached }: PolicyLists): Policy[] {
  const named = (key: string, documentKey: string): Policy[] => {
    const list = config[key];
    const isInline = inline.includes(key);
    if (!Array.isArray(list)) return [{ document: undefined, path: key, name: key, isInline }];
    return list.map((policy, index) => ({
      document: isObject(policy) && !isUnread(policy) ? policy[documentKey] : undefined,
      path: `${key}[${index}].${documentKey}`,
      name: isObject(policy) ? String(policy['PolicyName']) : key,
      isInline,
    }));
  };
  return [
    ...inline.flatMap((key) => named(key, 'PolicyDocument')),
    ...attached.flatMap((key) => named(key, 'Document')),
  ];
}
