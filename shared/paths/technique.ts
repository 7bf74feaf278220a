import type { Hold } from '#shared/capabilities/hold.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Fix, Frameworks } from '#shared/model/check.ts';
import type { Predicate } from '#shared/model/predicate.ts';
import type { Severity } from '#shared/model/severity.ts';

export type { Hold };

/** What is known of a technique: described by others with a reproduction, said by the cloud itself, or concluded by us. */
export type Basis = 'documented' | 'vendor' | 'inferred';

/** How sure a finding of each basis is, as a factor: an inferred one nobody has tried. */
export const CONFIDENCE: Readonly<Record<Basis, number>> = { documented: 1, vendor: 0.9, inferred: 0.5 };

/** Resources on which a permission is asked, out of the config of the target. */
export interface Resources {
  /** Config paths that it looks at: where one was not read, nothing is concluded. */
  readonly reads: readonly string[];
  /** The ids or ARN patterns; none where the target has no such resource, and then the technique does not work. */
  readonly of: (asset: Asset) => readonly string[];
}

/** What a technique asks for. */
export type Need =
  | {
      readonly kind: 'permission';
      readonly permission: string;
      /** The target itself where it is left out. */
      readonly on?: Resources;
      readonly context?: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'one-of'; readonly of: readonly Need[] }
  /** All of these; within {@link oneOf}. */
  | { readonly kind: 'all-of'; readonly of: readonly Need[] };

interface Prose {
  /** The rule that holds where the technique does not work: “Only … can …”. */
  readonly title: string;
  /** What who uses it then has: “a shell in the notebook, as its execution role”. */
  readonly gains: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** Ids of the research it comes from: `AWS-EX-01`. */
  readonly reference: readonly string[];
  readonly why: string;
  /** How the step is cut. */
  readonly fix: Fix;
  /** Where the permissions and their effect are documented. */
  readonly source: string;
  readonly frameworks: Frameworks;
}

/** What some principal can do to the target by its permissions. */
export interface PermissionTechnique extends Prose {
  readonly by: 'principal';
  readonly needs: readonly [Need, ...Need[]];
}

/** What is open without any permission of the cloud: from outside, or to who already has a hold on the target. */
export interface OpenTechnique extends Prose {
  /** `outside`: anybody on the internet. A hold: who has that much of the target gets more of it. */
  readonly by: 'outside' | Hold;
}

export type TechniqueDeclaration = (PermissionTechnique | OpenTechnique) & {
  /** What is gained over the target. */
  readonly holds: Hold;
  /** On which targets it works: over the config, as with a check. On all where it is left out. */
  readonly applies?: Predicate;
  /**
   * Principals that are meant to be able: the ids of those who run the thing, such as the pipeline's own role. Whoever
   * administers the account, and the identity that is gained, are never counted.
   */
  readonly meant?: Resources;
  /**
   * Whose power is gained, where it is an identity that the target runs as: principals that already have all of it
   * gain nothing, and are not counted.
   */
  readonly actsAs?: 'the target' | 'what the target assumes';
};

export type UnnamedTechnique = TechniqueDeclaration & { readonly assetType: AssetType };

/** `aws.sagemaker.open-notebook`: the id is the file's path. */
export type Technique = UnnamedTechnique & { readonly id: string };

export const technique = (assetType: AssetType, declaration: TechniqueDeclaration): UnnamedTechnique =>
  Object.freeze({ assetType, ...declaration });

interface PermissionOptions {
  readonly on?: Resources;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

export const permission = (name: string, options: PermissionOptions = {}): Need => ({
  kind: 'permission',
  permission: name,
  ...options,
});

export const oneOf = (...of: Need[]): Need => ({ kind: 'one-of', of });
export const allOf = (...of: Need[]): Need => ({ kind: 'all-of', of });

/** The account, subscription or project of the target put into a pattern: `arn:aws:sagemaker:*:{account}:app/*`. */
export const anyIn = (pattern: string): Resources => ({
  reads: [],
  of: ({ scope }) => [pattern.replaceAll('{account}', scope.account).replaceAll('{region}', scope.region)],
});

/** Assets at the other end of the relations of a kind. */
export const relatedResources = (
  relation: Asset['relations'][number]['kind'],
  reads: readonly string[] = [],
): Resources => ({
  reads,
  of: ({ relations }) => relations.filter(({ kind }) => kind === relation).map(({ target }) => target),
});
