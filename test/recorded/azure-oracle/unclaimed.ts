import { azureConnectors } from '#connectors/azure/index.ts';
import { checks } from '#shared/checks/index.ts';
import { same } from '../azure-addresses.ts';
import { definitions, type PolicyDefinition } from '../azure-policy/definition.ts';
import { fieldsOf } from '../azure-policy/rule.ts';
import { JOINED } from './joined.ts';

/** Why no check claims a policy about what is read, and which finds something. */
export const REASONS: Readonly<Record<string, string>> = {
  'aafe3651-cb78-4f68-9f81-e7e41509110f':
    'which publishers’ models may be deployed, the organisation decides; without an assignment the policy allows none',
};

const claims = new Set(checks.flatMap(({ frameworks }) => frameworks['azure-policy'] ?? []));
export const isClaimed = ({ name }: PolicyDefinition): boolean => claims.has(name);

/** Why no check claims a policy: from what it is, or from what is written down. Nothing where nobody said why. */
export function reasonOf(policy: PolicyDefinition): string | undefined {
  const { name, effect, types } = policy;
  if (REASONS[name] !== undefined) return REASONS[name];
  if (effect === 'enforcesetting')
    return 'it sets what the computes of a workspace may run, and finds nothing';
  const unread = types.filter((type) => !isRead(type));
  if (unread.length === types.length) return `nothing reads ${unread.join(', ')}`;
  if (effect !== 'modify' && effect !== 'deployifnotexists') return undefined;
  const twin = definitions.find((other) => isClaimed(other) && isTwin(policy, other));
  if (twin) return `it puts right what ${twin.file} finds, which is claimed`;
  const given = [...policy.parameters].flatMap(([parameter, { defaultValue }]) =>
    defaultValue === undefined ? parameter : [],
  );
  return given.length > 0 ? `it deploys what its assignment names: ${given.join(', ')}` : undefined;
}

const isRead = (type: string): boolean =>
  azureConnectors.some(({ assetType }) => same(assetType.nativeType, type)) ||
  JOINED.some((joined) => same(joined.type, type));

/** A policy that puts something right looks at no more than the one that finds it. */
function isTwin(policy: PolicyDefinition, finding: PolicyDefinition): boolean {
  if (!policy.types.some((type) => finding.types.some((other) => same(type, other)))) return false;
  const looked = lookedAt(policy);
  const found = lookedAt(finding);
  return (
    [...looked].every((field) => found.has(field)) ||
    (policy.related !== undefined && same(policy.related.type, finding.related?.type ?? ''))
  );
}

/** The fields of both conditions; the same field has one alias in its resource and another in a child of it. */
function lookedAt({ condition, related }: PolicyDefinition): Set<string> {
  const fields = [...fieldsOf(condition), ...(related?.existence ? fieldsOf(related.existence) : [])];
  return new Set(fields.map((field) => field.replaceAll('[*]', '').replaceAll('.', '/').toLowerCase()));
}
