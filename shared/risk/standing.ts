import type { BlastRadius, SourceKind, TargetKind } from '#shared/paths/attack-path.ts';

/**
 * How near an asset is to where attacks begin. `outside`: to anybody, without a login. `any-principal`: to anybody
 * with any login of the cloud. `federated`: to somebody of another organisation who is let in. `insider`: to
 * principals of the own accounts. `unknown`: the way to it was not read.
 */
export type Nearness = 'outside' | 'any-principal' | 'federated' | 'insider' | 'not-reachable' | 'unknown';

export interface Exposure {
  readonly nearness: Nearness;
  /** Whether the way to it stands only under conditions. */
  readonly access: 'yes' | 'conditional';
  /** Between 0 and 1, of the way to it: {@link AttackPath.confidence}. 1 where none is needed. */
  readonly confidence: number;
}

/**
 * How much is got at from an asset. `everything`: an identity that may do nearly all, or stored credentials.
 * `models-and-data`: weights, training data or a knowledge base, to read or to change. `something`: other assets or
 * identities. `nothing`: the asset itself and no more.
 */
export type Reach = 'everything' | 'models-and-data' | 'something' | 'nothing' | 'unknown';

/** What the graph knows of an asset. */
export interface Standing {
  readonly exposure: Exposure;
  readonly reach: Reach;
}

/** By asset id. An asset that is not in it has an unknown standing. */
export type Standings = ReadonlyMap<string, Standing>;

export const UNKNOWN_STANDING: Standing = {
  exposure: { nearness: 'unknown', access: 'yes', confidence: 1 },
  reach: 'unknown',
};

/** How near the target of a path is to where it begins. */
export const NEARNESS_OF_SOURCE: Readonly<Record<SourceKind, Nearness>> = {
  'public-endpoint': 'outside',
  'internet-facing-compute': 'outside',
  'unverified-agent-tool': 'outside',
  'any-principal': 'any-principal',
  'federated-outsider': 'federated',
  'outside-account': 'federated',
};

const REACH_OF_TARGET: Readonly<Record<TargetKind, Reach>> = {
  'high-privilege-role': 'everything',
  'credentials-vault': 'everything',
  'model-weights': 'models-and-data',
  'training-data': 'models-and-data',
  'knowledge-base': 'models-and-data',
};

/** In bands and not by number, so that one more asset in an estate does not rewrite every finding. */
export function reachOf({
  targets,
  assets,
  identities,
}: Pick<BlastRadius, 'targets' | 'assets' | 'identities'>): Reach {
  // To call a model or a knowledge base is not to have it.
  const held = new Set(
    targets.flatMap(({ kind, hold, count }) => (count > 0 && hold !== 'use' ? [REACH_OF_TARGET[kind]] : [])),
  );
  if (held.has('everything')) return 'everything';
  if (held.has('models-and-data')) return 'models-and-data';
  const more = [...targets, ...assets].some(({ count }) => count > 0);
  return more || identities > 0 ? 'something' : 'nothing';
}
