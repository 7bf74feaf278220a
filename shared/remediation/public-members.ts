import * as z from 'zod';
import { PUBLIC_MEMBERS } from '#shared/assets/gcp/iam-policy.ts';
import { canonical, Json } from '#shared/model/json.ts';

/** google.type.Expr */
const Condition = z.strictObject({
  expression: z.string(),
  title: z.string().exactOptional(),
  description: z.string().exactOptional(),
  location: z.string().exactOptional(),
});

/** google.iam.v1.Binding, whole: what is written back must lack nothing, so what is unknown is not written at all. */
const Binding = z.strictObject({
  role: z.string().min(1),
  members: z.array(z.string()).default([]),
  condition: Condition.exactOptional(),
});
export type Binding = z.infer<typeof Binding>;

/** Without an etag nobody can tell whether a write would undo somebody else's. */
export const IamPolicy = z
  .object({
    version: z.int().default(1),
    etag: z.string().min(1),
    bindings: z.array(Binding).default([]),
  })
  .catchall(Json);
export type IamPolicy = z.infer<typeof IamPolicy>;

/** The setting: who has which role among those that are everybody. All other members are nobody's business here. */
export const PublicGrants = z.strictObject({ bindings: z.array(Binding) });
export type PublicGrants = z.infer<typeof PublicGrants>;

/** The version in which conditions are told, and kept. */
export const CONDITIONS_VERSION = 3;

const isPublic = (member: string): boolean => PUBLIC_MEMBERS.some((name) => name === member);

export function publicGrantsOf({ bindings }: IamPolicy): PublicGrants {
  const byRole = Map.groupBy(bindings, keyOf);
  const ofEverybody = [...byRole].flatMap(([key, ofRole]) => {
    const members = new Set(ofRole.flatMap((binding) => binding.members.filter(isPublic)));
    const [first] = ofRole;
    return first && members.size > 0 ? [{ key, grant: { ...first, members: [...members].sort() } }] : [];
  });
  return { bindings: ofEverybody.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ grant }) => grant) };
}

/**
 * The policy with these grants to everybody and no others; what anybody else has stays as it is. IAM gives the
 * order no meaning; a policy whose roles and members stand in order keeps it.
 */
export function withPublicGrants(policy: IamPolicy, { bindings: grants }: PublicGrants): IamPolicy {
  const left = new Map(grants.map((grant) => [keyOf(grant), grant]));
  const kept = policy.bindings.flatMap((binding): Binding[] => {
    const grant = left.get(keyOf(binding));
    left.delete(keyOf(binding));
    if (!grant && !binding.members.some(isPublic)) return [binding];
    const members = [...(grant?.members ?? []), ...binding.members.filter((member) => !isPublic(member))];
    return members.length > 0 ? [{ ...binding, members }] : [];
  });
  const bindings = [...left.values()].reduce(placed, kept);
  const isConditional = bindings.some(({ condition }) => condition !== undefined);
  return { ...policy, bindings, ...(isConditional ? { version: CONDITIONS_VERSION } : {}) };
}

/** Before the first binding of a role that comes later. */
function placed(bindings: readonly Binding[], grant: Binding): Binding[] {
  const at = bindings.findIndex(({ role }) => role > grant.role);
  return at < 0 ? [...bindings, grant] : bindings.toSpliced(at, 0, grant);
}

/** One role under one condition. */
const keyOf = ({ role, condition }: Pick<Binding, 'role' | 'condition'>): string =>
  canonical([role, condition ?? null]);
