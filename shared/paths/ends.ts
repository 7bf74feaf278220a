import type { AccessIndex, PrincipalKind } from '#shared/access/access-index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { SourceKind, TargetKind } from './attack-path.ts';
import { addWithin, type Edges } from './edges.ts';
import type { Places } from './places.ts';
import { KEPT_IN_STORES, STORES, targetKindOf } from './targets.ts';
import type { Technique } from './technique.ts';

/** Principals that nobody here answers for: where a path may begin. */
const SOURCE_OF_KIND: Readonly<Partial<Record<PrincipalKind, SourceKind>>> = {
  public: 'public-endpoint',
  'any-principal': 'any-principal',
  federated: 'federated-outsider',
  external: 'outside-account',
};

export interface Source {
  readonly node: number;
  readonly kind: SourceKind;
}

export function sourcesOf(places: Places): Source[] {
  const principals = places.principals.flatMap(({ kind, assetId }, number): Source[] => {
    const source = assetId === undefined ? SOURCE_OF_KIND[kind] : undefined;
    return source ? [{ node: places.ofPrincipal(number), kind: source }] : [];
  });
  const outside = places.outside.flatMap((node): Source[] => {
    const place = places.node(node);
    return place.kind === 'outside' ? [{ node, kind: wayIn(place.technique, place.target) }] : [];
  });
  return [...outside, ...principals];
}

const COMPUTE = /^(?:aws\.(?:ec2|ecs|eks|lambda)\.|gcp\.workbench\.|azure\.machine-learning\.compute)/;
const TOOLS = /^aws\.bedrock-agentcore\.(?:gateway-target|registry-record)$/;

function wayIn({ by }: Technique, { type }: Asset): SourceKind {
  if (by === 'outside' && TOOLS.test(type)) return 'unverified-agent-tool';
  return COMPUTE.test(type) ? 'internet-facing-compute' : 'public-endpoint';
}

export interface Target {
  readonly asset: Asset;
  readonly kind: TargetKind;
  /** A node of its own, which whoever reads or changes the target gets to. */
  readonly node: number;
}

/** What attackers come for: models, data, knowledge, vaults, and roles that may do everything. */
export function addTargets(edges: Edges, places: Places, access: AccessIndex): Target[] {
  const kinds = new Map<number, TargetKind>();
  for (const [number, { type, relations }] of places.assets.entries()) {
    const kind = targetKindOf(type);
    if (kind) kinds.set(number, kind);
    for (const { kind: relation, target } of relations) {
      const kept = KEPT_IN_STORES[relation];
      // A model on record is the target itself, with the part of the store that is its own.
      if (kept !== undefined && kept === kind) continue;
      const store = kept && places.assetNumber(target);
      if (store !== undefined && kept && STORES.has(places.assets[store]?.type ?? '')) kinds.set(store, kept);
    }
  }
  for (const account of new Set(places.assets.map(({ scope }) => scope.account)))
    for (const principal of access.administrators(account)) {
      const { assetId } = access.principals[principal] ?? {};
      const number = assetId === undefined ? undefined : places.assetNumber(assetId);
      if (number !== undefined) kinds.set(number, 'high-privilege-role');
    }
  return [...kinds].flatMap(([number, kind]): Target[] => {
    const asset = places.assets[number];
    if (!asset) return [];
    const holds = kind === 'high-privilege-role' ? (['control'] as const) : (['read', 'change'] as const);
    const node = places.addGroup();
    for (const hold of holds) addWithin(edges, places.ofAsset(number, hold), node);
    return [{ asset, kind, node }];
  });
}
