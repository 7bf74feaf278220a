import type { AccessIndex, Holders, PrincipalNumbers } from '#shared/access/access-index.ts';
import { difference, isNobody, numbersOf, union, without } from '#shared/access/principal-sets.ts';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import { evaluate, type Resolve } from '#shared/model/evaluate.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { readsOf } from '#shared/model/predicate.ts';
import { holdersOfAll, idsOf, readsOfNeeds, unreadAmong } from './holders.ts';
import type { Technique } from './technique.ts';
import { unreadPolicyAround } from './unread-access.ts';

/** What became of one technique on one target. */
export type Reach =
  /** It has nothing to say of this target. */
  | { readonly kind: 'not-applicable'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'unknown'; readonly evidence: readonly Evidence[] }
  /** Open without any permission. */
  | { readonly kind: 'open'; readonly evidence: readonly Evidence[] }
  | {
      readonly kind: 'held';
      /** Who can, whether or not they are meant to; administrators and the target's own identity left out. */
      readonly holders: Holders;
      /** Who can, is not meant to, and gains by it. */
      readonly unmeant: Holders;
      /** Set where nobody was found and a policy that could let somebody was not read. */
      readonly unread?: Evidence;
    };

export interface ReachOptions {
  readonly access: AccessIndex;
  readonly resolve: Resolve;
  /** The numbers of the principals that stand for an asset, by its comparable id. */
  readonly numbersOfAsset: ReadonlyMap<string, readonly number[]>;
  readonly numberOfPrincipal: ReadonlyMap<string, number>;
  readonly at: Date;
}

/** Whether and for whom a technique works on a target. */
export function reachOf(technique: Technique, target: Asset, options: ReachOptions): Reach {
  const applies = technique.applies
    ? evaluate(technique.applies, target, options.resolve, options.at)
    : undefined;
  if (applies?.truth === false) return { kind: 'not-applicable', evidence: applies.evidence };
  if (applies && applies.truth === undefined) return { kind: 'unknown', evidence: applies.evidence };
  if (technique.by !== 'principal') {
    const evidence = applies?.evidence ?? [];
    return { kind: 'open', evidence };
  }
  const unread = unreadAmong(target, [...readsOfNeeds(technique.needs), ...(technique.meant?.reads ?? [])]);
  if (unread !== undefined)
    return {
      kind: 'unknown',
      evidence: [{ path: unread, state: 'unread', expected: 'everything that the technique looks at' }],
    };
  const { access } = options;
  const all = holdersOfAll(access, technique.needs, target);
  if (isNobody(all)) return held(all, all, target, options);
  const own = identitiesOf(target, technique, options);
  const excluded = access.administrators(target.scope.account);
  // Who may rewrite its own permissions gains by that more than anybody else.
  const holders = without(all, rewritesIdentity(technique) ? excluded : union(excluded, own));
  const meant = numbersOf(
    idsOf(technique.meant, target).flatMap((id) => {
      const number = options.numberOfPrincipal.get(comparableId(id));
      return [
        ...(number === undefined ? [] : [number]),
        ...(options.numbersOfAsset.get(comparableId(id)) ?? []),
      ];
    }),
  );
  const unmeant = withoutStronger(without(holders, meant), own, technique, access);
  return held(holders, unmeant, target, options);
}

/** That nobody was found is no proof where a policy of the target, or of what it stands on, was not read. */
function held(holders: Holders, unmeant: Holders, target: Asset, { resolve }: ReachOptions): Reach {
  const unread = isNobody(unmeant) ? unreadPolicyAround(target, resolve) : undefined;
  return { kind: 'held', holders, unmeant, ...(unread ? { unread } : {}) };
}

/** Whether the technique changes what an identity may do. */
export const rewritesIdentity = ({ holds, assetType }: Technique): boolean =>
  holds === 'change' && /^aws\.iam\.(?:role|user)$/.test(assetType.id);

/** The principals that the target is or runs as. */
function identitiesOf(
  target: Asset,
  { actsAs }: Technique,
  { numbersOfAsset, resolve }: ReachOptions,
): PrincipalNumbers {
  const numbers = (id: string) => numbersOfAsset.get(comparableId(id));
  const ids = actsAs === 'what the target assumes' ? assumedBy(target) : [];
  return numbersOf(
    [target.id, ...ids].flatMap(
      (id) =>
        numbers(id) ??
        // An instance profile is nobody, and hands on its role.
        assumedBy(resolve(id)).flatMap((behind) => numbers(behind) ?? []),
    ),
  );
}

const assumedBy = (asset: Asset | undefined): string[] =>
  (asset?.relations ?? []).filter(({ kind }) => kind === 'assumes').map(({ target }) => target);

/** Who has all of what is gained already gains nothing. */
function withoutStronger(
  holders: Holders,
  gained: PrincipalNumbers,
  { actsAs }: Technique,
  access: AccessIndex,
): Holders {
  if (!actsAs || gained.length === 0 || !access.covers) return holders;
  const isStronger = (number: number): boolean =>
    [...gained].every((weak) => access.covers?.(number, weak) === true);
  const stronger = numbersOf([...holders.yes, ...holders.conditional].filter(isStronger));
  return { yes: difference(holders.yes, stronger), conditional: difference(holders.conditional, stronger) };
}

/** Config paths whose change may change the answer. */
export const readsOfTechnique = (technique: Technique): string[] => [
  ...(technique.applies ? readsOf(technique.applies) : []),
  ...(technique.by === 'principal' ? readsOfNeeds(technique.needs) : []),
  ...(technique.meant?.reads ?? []),
];
