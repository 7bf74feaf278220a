import type { Evidence } from '#shared/model/evidence.ts';
import type { Provider } from '#shared/model/scope.ts';
import type { Basis, Hold } from './technique.ts';

/** Where a path begins. */
export type SourceKind =
  | 'public-endpoint'
  | 'any-principal'
  | 'federated-outsider'
  | 'internet-facing-compute'
  | 'unverified-agent-tool'
  /** A principal of another account, tenant or organisation. */
  | 'outside-account';

/** What a path is dangerous for. */
export type TargetKind =
  | 'model-weights'
  | 'training-data'
  | 'knowledge-base'
  | 'credentials-vault'
  | 'high-privilege-role';

/** A place on a path: a principal or an asset, and how far one has got with it. */
export interface Place {
  /** The id of the principal or asset. */
  readonly id: string;
  /** An asset type's id, or a kind of principal. */
  readonly type: string;
  readonly name: string;
  readonly provider: Provider | 'outside';
  readonly hold: Hold;
}

export interface Step {
  readonly from: Place;
  readonly to: Place;
  /** The id of the technique, or of the relation or capability that leads on: `relation.assumes`, `capability.read_exfil`. */
  readonly technique: string;
  /** “may run code as it with sagemaker:CreateTrainingJob and iam:PassRole”. */
  readonly sentence: string;
  readonly basis: Basis;
  readonly access: 'yes' | 'conditional';
  /** Where it is conditional, on what. */
  readonly conditions: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly fix: PathFix;
}

/** One change by a person. Steps that one change cuts share its id. */
export interface PathFix {
  readonly id: string;
  /** “Remove iam:PassRole on * from the policy data-science (statement 2)”. */
  readonly sentence: string;
}

export interface AttackPath {
  /** The same for the same source, target and steps in every run. */
  readonly id: string;
  readonly source: Place & { readonly kind: SourceKind };
  readonly target: Place & { readonly kind: TargetKind };
  readonly steps: readonly Step[];
  /** Between 0 and 1; the product over the steps. */
  readonly confidence: number;
  /** The least certain basis of its steps. */
  readonly basis: Basis;
  /** Effort, in arbitrary units: the sum over the steps. The cheapest path is not always the shortest. */
  readonly cost: number;
}

/** What an endpoint, a notebook or an agent reaches when it is taken over. */
export interface BlastRadius {
  readonly assetId: string;
  /** How many things of each target kind, by hold. */
  readonly targets: readonly { readonly kind: TargetKind; readonly hold: Hold; readonly count: number }[];
  /** How many assets of each type, by hold. */
  readonly assets: readonly { readonly type: string; readonly hold: Hold; readonly count: number }[];
  /** Identities that it can act as, itself not counted. */
  readonly identities: number;
  /** Sensitivity tags of what it can read, with counts: `data-classification=confidential`. */
  readonly sensitivity: readonly { readonly tag: string; readonly count: number }[];
}

/** A change and what it is worth. */
export interface Cut {
  readonly fix: PathFix;
  /** How many of the pairs of source and target that were connected no longer are, with this and those before it. */
  readonly cuts: number;
}

/** The smallest set of changes after which no source reaches the target. */
export interface CutSet {
  readonly target: Place & { readonly kind: TargetKind };
  readonly fixes: readonly PathFix[];
  /** False where a path consists of nothing that a change cuts. */
  readonly isPossible: boolean;
  /** False where the search for a smaller set was given up: then no set is smaller than `atLeast`. */
  readonly isSmallest: boolean;
  readonly atLeast: number;
}
