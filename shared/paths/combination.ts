import type { PrincipalKind } from '#shared/access/access-index.ts';
import type { RelationKind } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Fix, Frameworks } from '#shared/model/check.ts';
import type { Predicate } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';
import type { TargetKind } from './attack-path.ts';
import type { Hold } from './technique.ts';

/** Something that is so of an asset, by itself no more than a finding among others. */
export type Fact =
  /** Of its own config. */
  | { readonly kind: 'config'; readonly of: Predicate }
  /** Somebody outside gets so far with it, or further. */
  | { readonly kind: 'reached'; readonly holds: readonly Hold[] }
  /** Who has taken it over gets at such a target. */
  | { readonly kind: 'reaches'; readonly targets: readonly TargetKind[] }
  /** One of these techniques works on it for somebody who is not meant to; by their ids. */
  | {
      readonly kind: 'works';
      readonly techniques: readonly string[];
      /** Only of principals of these kinds, or of others than the target's own account. */
      readonly by?: readonly PrincipalKind[] | 'other accounts';
    }
  /** What an asset of the type runs as has the permission on it. */
  | { readonly kind: 'used-by'; readonly type: AssetType; readonly permission: string; readonly of: Fact }
  /** One principal can do one technique to it and another technique to an asset of the second type in its scope. */
  | {
      readonly kind: 'one-holder';
      readonly technique: string;
      readonly other: { readonly technique: string; readonly type: AssetType };
    }
  /** Some asset that it is related to, or that is related to it, is so. */
  | {
      readonly kind: 'related';
      readonly relation: RelationKind;
      readonly direction: 'to' | 'from';
      readonly type: AssetType;
      readonly of: Fact;
      /** Set where one is on record only once somebody looked: that there is none then says nothing. */
      readonly noneIsUnknown?: true;
    }
  /** Some asset of the type in its account and region is so. */
  | { readonly kind: 'beside'; readonly type: AssetType; readonly of: Fact }
  | { readonly kind: 'any' | 'all'; readonly of: readonly Fact[] };

/** Facts that are harmless, or bearable, one by one and not together. */
export interface CombinationDeclaration {
  /** The rule that is broken where all hold. */
  readonly title: string;
  readonly severity: Severity;
  readonly facts: readonly [Fact, Fact, ...Fact[]];
  readonly why: string;
  /** The one thing that breaks the combination best. */
  readonly fix: Fix;
  readonly source: string;
  readonly frameworks: Frameworks;
}

export type UnnamedCombination = CombinationDeclaration & { readonly assetType: AssetType };
export type Combination = UnnamedCombination & { readonly id: string };

export const combination = (assetType: AssetType, declaration: CombinationDeclaration): UnnamedCombination =>
  Object.freeze({ assetType, ...declaration });

export const config = (of: Predicate): Fact => ({ kind: 'config', of });
export const reached = (...holds: Hold[]): Fact => ({ kind: 'reached', holds });
export const reaches = (...targets: TargetKind[]): Fact => ({ kind: 'reaches', targets });
export const works = (...techniques: string[]): Fact => ({ kind: 'works', techniques });
export const worksFor = (by: readonly PrincipalKind[] | 'other accounts', ...techniques: string[]): Fact => ({
  kind: 'works',
  techniques,
  by,
});
export const usedBy = (type: AssetType, permission: string, of: Fact): Fact => ({
  kind: 'used-by',
  type,
  permission,
  of,
});
export const oneHolder = (
  technique: string,
  other: { readonly technique: string; readonly type: AssetType },
): Fact => ({
  kind: 'one-holder',
  technique,
  other,
});
export const beside = (type: AssetType, of: Fact): Fact => ({ kind: 'beside', type, of });
export const anyFact = (...of: Fact[]): Fact => ({ kind: 'any', of });
export const allFacts = (...of: Fact[]): Fact => ({ kind: 'all', of });

/** Of an asset at the other end of a relation that this one has. */
export const relatedTo = (relation: RelationKind, type: AssetType, of: Fact): Fact => ({
  kind: 'related',
  relation,
  direction: 'to',
  type,
  of,
});

/** Of an asset that has a relation to this one. */
export const relatedFrom = (
  relation: RelationKind,
  type: AssetType,
  of: Fact,
  options: { readonly noneIsUnknown?: true } = {},
): Fact => ({ kind: 'related', relation, direction: 'from', type, of, ...options });
