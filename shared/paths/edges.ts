import type { AccessIndex, Holders } from '#shared/access/access-index.ts';
import { difference, intersection, union } from '#shared/access/principal-sets.ts';
import { HOLD_OF_CLASS } from '#shared/capabilities/capability.ts';
import { capabilitiesOf } from '#shared/capabilities/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import { holdersOf } from './holders.ts';
import { type Places, WEAKER } from './places.ts';
import { type Reach, type ReachOptions, reachOf, rewritesIdentity } from './reach.ts';
import { LEADS, type Lead } from './structure.ts';
import type { Hold, Need, PermissionTechnique, Technique } from './technique.ts';

/** Why there is an edge; many edges share one. */
export type Ground =
  /** Who has more has less as well; who belongs to a group of holders is one of them. Costs nothing and is no step. */
  | { readonly kind: 'within' }
  | { readonly kind: 'lead'; readonly relation: string; readonly lead: Lead }
  | { readonly kind: 'open'; readonly technique: Technique; readonly target: Asset }
  | {
      readonly kind: 'technique';
      readonly technique: Technique & PermissionTechnique;
      readonly target: Asset;
      readonly access: 'yes' | 'conditional';
    }
  | {
      readonly kind: 'capability';
      readonly class: string;
      readonly needs: readonly [Need, ...Need[]];
      readonly target: Asset;
      readonly access: 'yes' | 'conditional';
    }
  | { readonly kind: 'administers'; readonly account: string };

/** Edges as columns, so that two million of them are a few arrays. */
export interface Edges {
  readonly from: number[];
  readonly to: number[];
  /** 1 where it is a step that people see, 0 where it is not. */
  readonly hops: number[];
  readonly cost: number[];
  /** Into {@link Edges.grounds}. */
  readonly ground: number[];
  readonly grounds: Ground[];
}

/** Effort of a step: what nobody has tried, or what hangs on a condition, is taken for harder. */
const COST = { documented: 1, vendor: 1, inferred: 3 } as const;
const CONDITIONAL_COST = 4;

export const emptyEdges = (): Edges => ({
  from: [],
  to: [],
  hops: [],
  cost: [],
  ground: [],
  grounds: [{ kind: 'within' }],
});

function add(edges: Edges, from: number, to: number, hops: number, cost: number, ground: number): void {
  edges.from.push(from);
  edges.to.push(to);
  edges.hops.push(hops);
  edges.cost.push(cost);
  edges.ground.push(ground);
}

/** Who is at the first node is at the other as well. */
export const addWithin = (edges: Edges, from: number, to: number): void => add(edges, from, to, 0, 0, 0);

const groundOf = (edges: Edges, ground: Ground): number => edges.grounds.push(ground) - 1;

/** Control of a thing includes every other hold on it. */
export function addHolds(edges: Edges, places: Places): void {
  for (let asset = 0; asset < places.assets.length; asset++)
    for (const weaker of WEAKER)
      add(edges, places.ofAsset(asset, 'control'), places.ofAsset(asset, weaker), 0, 0, 0);
}

export function addLeads(edges: Edges, places: Places): void {
  const grounds = new Map<Lead, number>();
  for (const [number, asset] of places.assets.entries())
    for (const { kind, target } of asset.relations) {
      const other = places.assetNumber(target);
      if (other === undefined || other === number) continue;
      for (const lead of LEADS[kind] ?? []) {
        if (lead.only && !lead.only.has(asset.type)) continue;
        const [start, end] = lead.direction === 'forward' ? [number, other] : [other, number];
        let ground = grounds.get(lead);
        if (ground === undefined) {
          ground = groundOf(edges, { kind: 'lead', relation: kind, lead });
          grounds.set(lead, ground);
        }
        const [from, to] = [places.ofAsset(start, lead.from), places.ofAsset(end, lead.to)];
        add(edges, from, to, 1, COST[lead.basis], ground);
      }
    }
}

/** Who administers an account controls every asset in it. */
export function addAdministrators(edges: Edges, places: Places, access: AccessIndex): void {
  const accounts = Map.groupBy(places.assets.entries(), ([, { scope }]) => scope.account);
  for (const [account, assets] of accounts) {
    const administrators = access.administrators(account);
    const office = places.officeOf(account);
    for (const number of administrators) add(edges, places.ofPrincipal(number), office, 0, 0, 0);
    const ground = groundOf(edges, { kind: 'administers', account });
    for (const [asset] of assets) add(edges, office, places.ofAsset(asset, 'control'), 1, 1, ground);
  }
}

/** What capabilities lead to on an asset whose own id policies name: the holds that need one permission alone. */
export function addCapabilities(edges: Edges, places: Places, access: AccessIndex): void {
  for (const [number, asset] of places.assets.entries()) {
    const byHold = Map.groupBy(
      capabilitiesOf(asset.type).filter(({ class: of }) => ALONE.has(of)),
      ({ class: of }) => HOLD_OF_CLASS[of],
    );
    for (const [hold, capabilities] of byHold) {
      if (!hold) continue;
      const need: Need = {
        kind: 'one-of',
        of: capabilities.map(({ permission, resource }) => ({
          kind: 'permission',
          permission,
          ...(resource
            ? { on: { reads: [], of: ({ id }: Asset) => [resource.replaceAll('{id}', id)] } }
            : {}),
        })),
      };
      addHolders(edges, places, access, asset, {
        holders: holdersOf(access, need, asset),
        to: places.ofAsset(number, hold),
        cost: 1,
        ground: (given) => ({
          kind: 'capability',
          class: capabilities[0]?.class ?? '',
          needs: [need],
          target: asset,
          access: given,
        }),
      });
    }
  }
}

/** Classes that bring somebody further with one permission. Running code and getting at keys need techniques. */
const ALONE: ReadonlySet<string> = new Set(['invoke', 'read_exfil', 'modify_poison']);

export interface Judged {
  readonly technique: Technique;
  readonly target: Asset;
  readonly reach: Reach;
}

/** The techniques on their targets; gives what became of each. */
export function addTechniques(
  edges: Edges,
  places: Places,
  techniques: readonly Technique[],
  options: ReachOptions,
): Judged[] {
  const byType = Map.groupBy(techniques, ({ assetType }) => assetType.id);
  const judged: Judged[] = [];
  for (const [number, target] of places.assets.entries())
    for (const technique of byType.get(target.type) ?? []) {
      const reach = reachOf(technique, target, options);
      judged.push({ technique, target, reach });
      const to = places.ofAsset(number, technique.holds);
      if (reach.kind === 'open' && technique.by !== 'principal') {
        const ground = groundOf(edges, { kind: 'open', technique, target });
        const from =
          technique.by === 'outside'
            ? places.addOutside(technique, target)
            : places.ofAsset(number, technique.by);
        add(edges, from, to, 1, COST[technique.basis], ground);
      }
      // Who may rewrite its own permissions administers the account whenever it wants to.
      if (reach.kind === 'held' && technique.by === 'principal' && rewritesIdentity(technique))
        for (const own of intersection(reach.holders.yes, places.principalsOf(comparableId(target.id)))) {
          const ground = groundOf(edges, { kind: 'technique', technique, target, access: 'yes' });
          const office = places.officeOf(target.scope.account);
          add(edges, places.ofPrincipal(own), office, 1, COST[technique.basis], ground);
        }
      if (reach.kind === 'held' && technique.by === 'principal')
        addHolders(edges, places, options.access, target, {
          holders: reach.holders,
          to,
          cost: COST[technique.basis],
          ground: (access) => ({ kind: 'technique', technique, target, access }),
        });
    }
  return judged;
}

interface Held {
  readonly holders: Holders;
  readonly to: number;
  readonly cost: number;
  readonly ground: (access: 'yes' | 'conditional') => Ground;
}

/** Above this many, holders stand together as a group that other targets with the same holders share. */
const MOST_ALONE = 6;

function addHolders(edges: Edges, places: Places, access: AccessIndex, target: Asset, held: Held): void {
  const own = places.principalsOf(comparableId(target.id));
  const excluded = union(access.administrators(target.scope.account), own);
  for (const given of ['yes', 'conditional'] as const) {
    const numbers = difference(held.holders[given], excluded);
    if (numbers.length === 0) continue;
    const ground = groundOf(edges, held.ground(given));
    const cost = held.cost + (given === 'conditional' ? CONDITIONAL_COST : 0);
    if (numbers.length <= MOST_ALONE) {
      for (const number of numbers) add(edges, places.ofPrincipal(number), held.to, 1, cost, ground);
      continue;
    }
    const { group, isNew } = places.groupOf(numbers);
    if (isNew) for (const number of numbers) add(edges, places.ofPrincipal(number), group, 0, 0, 0);
    add(edges, group, held.to, 1, cost, ground);
  }
}

export type { Hold };
