import { createHash } from 'node:crypto';
import type { AccessIndex } from '#shared/access/access-index.ts';
import { bestPair } from '#shared/graph/best-pair.ts';
import { between } from '#shared/graph/between.ts';
import { type Graph, graphOf } from '#shared/graph/csr.ts';
import { bestFixes, NO_FIX, smallestCut } from '#shared/graph/cut.ts';
import { cheapest, countsReached, pathOf, reachable, type Tree, UNREACHED } from '#shared/graph/search.ts';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import type {
  AttackPath,
  BlastRadius,
  Cut,
  CutSet,
  PathFix,
  Place,
  SourceKind,
  Step,
  TargetKind,
} from './attack-path.ts';
import {
  addAdministrators,
  addCapabilities,
  addHolds,
  addLeads,
  addTechniques,
  type Edges,
  emptyEdges,
  type Ground,
  type Judged,
} from './edges.ts';
import { addTargets, type Source, sourcesOf, type Target } from './ends.ts';
import { HOLDS, type Node, Places, WEAKER } from './places.ts';
import { placeOf, stepOf } from './steps.ts';
import { type Basis, CONFIDENCE, type Hold, type Technique } from './technique.ts';

export interface AnalysisOptions {
  readonly assets: readonly Asset[];
  readonly access: AccessIndex;
  readonly techniques: readonly Technique[];
  /** When the scan began. */
  readonly at: Date;
}

/** Confidence of a step that hangs on a condition nobody has decided. */
const CONDITIONAL = 0.5;

/** The whole estate as one graph, with what every technique does in it. */
export class Analysis {
  readonly access: AccessIndex;
  readonly judged: readonly Judged[];
  readonly places: Places;
  readonly graph: Graph;
  readonly edges: Edges;
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
  /** Few steps before all else; of equally many, the least effort. */
  readonly #shortest: Uint16Array;
  readonly #principalsAt = new Map<number, number[]>();
  readonly #trees = new Map<string, Tree>();
  readonly #shared = new Map<number, boolean>();
  #fromOutside: Uint32Array | undefined;
  #nearest: Tree | undefined;

  constructor({ assets, access, techniques, at }: AnalysisOptions) {
    this.access = access;
    this.places = new Places(assets, access.principals);
    this.edges = emptyEdges();
    const byId = new Map(assets.map((asset) => [comparableId(asset.id), asset]));
    addHolds(this.edges, this.places);
    addLeads(this.edges, this.places);
    addAdministrators(this.edges, this.places, access);
    addCapabilities(this.edges, this.places, access);
    this.judged = addTechniques(this.edges, this.places, techniques, {
      access,
      at,
      resolve: (id) => byId.get(comparableId(id)),
      numbersOfAsset: this.places.numbersOfAsset,
      numberOfPrincipal: new Map(access.principals.map(({ id }, number) => [comparableId(id), number])),
    });
    this.targets = addTargets(this.edges, this.places, access);
    const { from, to, cost, hops } = this.edges;
    this.graph = graphOf(this.places.count, { from, to, cost });
    this.#shortest = Uint16Array.from(cost, (effort, edge) => (hops[edge] ?? 0) * STEP + effort);
    for (const [number] of access.principals.entries()) {
      const node = this.places.ofPrincipal(number);
      const others = this.#principalsAt.get(node);
      if (others) others.push(number);
      else this.#principalsAt.set(node, [number]);
    }
    this.sources = this.#withoutRepeated(sourcesOf(this.places));
  }

  /**
   * One path for each source and target that are connected, the shortest or the cheapest; those with the fewest steps
   * (or the least effort) first.
   */
  paths({ kinds, by = 'steps', isOpen }: PathOptions = {}): AttackPath[] {
    const wanted = this.#wanted(kinds);
    const found = this.sources.flatMap((source) => {
      const tree = isOpen ? this.#search(source, by, isOpen) : this.#treeOf(source, by);
      return wanted.flatMap((target) => {
        const path = this.#pathTo(tree, source, target);
        return path ? [path] : [];
      });
    });
    const effort = ({ steps, cost }: AttackPath): number =>
      by === 'steps' ? steps.length * STEP + cost : cost;
    return found.sort(
      (a, b) => effort(a) - effort(b) || b.confidence - a.confidence || (a.id < b.id ? -1 : 1),
    );
  }

  asset(id: string): Asset | undefined {
    const number = this.places.assetNumber(id);
    return number === undefined ? undefined : this.places.assets[number];
  }

  /** How many pairs of source and target are connected. */
  pairs(kinds?: readonly TargetKind[]): number {
    const wanted = this.#wanted(kinds);
    return this.sources.reduce((sum, source) => {
      const { distance } = this.#treeOf(source, 'steps');
      return sum + wanted.filter(({ node }) => distance[node] !== UNREACHED).length;
    }, 0);
  }

  /** The changes that disconnect most pairs of source and target, each counted with those before it. */
  bestFixes(
    most: number,
    kinds?: readonly TargetKind[],
  ): { readonly pairs: number; readonly cuts: readonly Cut[] } {
    const { sources, targets, fixOf, fixes } = this.#fixable(this.#wanted(kinds));
    const best =
      most === 2
        ? bestPair(this.graph, sources, targets, fixOf)
        : bestFixes(this.graph, sources, targets, fixOf, most);
    return {
      pairs: best.connected,
      cuts: best.fixes.flatMap(({ fix, cuts }) => {
        const named = fixes[fix];
        return named ? [{ fix: named, cuts }] : [];
      }),
    };
  }

  /** The smallest set of changes after which nobody outside reaches an asset; `undefined` where it is no target. */
  cutSet(assetId: string): CutSet | undefined {
    const key = comparableId(assetId);
    const target = this.targets.find(({ asset }) => comparableId(asset.id) === key);
    if (!target) return undefined;
    const { sources, fixOf, fixes } = this.#fixable([target]);
    const cut = smallestCut(this.graph, sources, [target.node], fixOf);
    const { id, type, name, scope } = target.asset;
    return {
      target: { id, type, name, provider: scope.provider, hold: 'read', kind: target.kind },
      fixes: cut.isPossible ? cut.fixes.flatMap((fix) => fixes[fix] ?? []) : [],
      isPossible: cut.isPossible,
      isSmallest: cut.isPossible && cut.isSmallest,
      atLeast: cut.isPossible ? cut.atLeast : 0,
    };
  }

  /** What somebody reaches who has taken over an asset. */
  blastRadius(assetId: string): BlastRadius | undefined {
    const number = this.places.assetNumber(assetId);
    if (number === undefined) return undefined;
    const own = comparableId(assetId);
    const held = new Map<Asset, Hold>();
    let identities = 0;
    for (const node of reachable(this.graph, [this.places.ofAsset(number, 'control')])) {
      const place = this.places.node(node);
      if (place.kind === 'principal') identities += 1;
      // Nodes of one asset come in the order use, read, change, control: the last is the most.
      if (place.kind === 'asset' && comparableId(place.asset.id) !== own) held.set(place.asset, place.hold);
    }
    for (const [asset, hold] of held) if (hold === 'control' && IDENTITIES.test(asset.type)) identities += 1;
    const kindOf = new Map(this.targets.map(({ asset, kind }) => [asset, kind]));
    const tags = [...held.keys()].flatMap(({ tags: all = {} }) =>
      Object.entries(all).flatMap(([key, value]) => (SENSITIVITY.test(key) ? [`${key}=${value}`] : [])),
    );
    return {
      assetId,
      targets: counted(
        [...held].flatMap(([asset, hold]) => {
          const kind = kindOf.get(asset);
          return kind ? [{ kind, hold }] : [];
        }),
      ),
      assets: counted([...held].map(([{ type }, hold]) => ({ type, hold }))),
      identities,
      sensitivity: counted(tags.map((tag) => ({ tag }))),
    };
  }

  /** The fewest steps from any source to one of these holds on an asset; `undefined` where there is no way. */
  stepsFromOutside(assetId: string, holds: readonly Hold[] = HOLDS): number | undefined {
    const number = this.places.assetNumber(assetId);
    if (number === undefined) return undefined;
    this.#fromOutside ??= cheapest(
      this.graph,
      this.sources.map(({ node }) => node),
      { costOf: Uint16Array.from(this.edges.hops) },
    ).distance;
    const distance = this.#fromOutside;
    const least = Math.min(...holds.map((hold) => distance[this.places.ofAsset(number, hold)] ?? UNREACHED));
    return least === UNREACHED ? undefined : least;
  }

  /** The nearest way from outside to any hold on an asset, as far as its risk asks; `undefined` where there is none. */
  wayFromOutside(
    assetId: string,
  ):
    | { readonly source: SourceKind; readonly confidence: number; readonly isConditional: boolean }
    | undefined {
    const number = this.places.assetNumber(assetId);
    if (number === undefined) return undefined;
    this.#nearest ??= cheapest(
      this.graph,
      this.sources.map(({ node }) => node),
      { costOf: this.#shortest },
    );
    const tree = this.#nearest;
    const [node] = HOLDS.map((hold) => this.places.ofAsset(number, hold))
      .filter((one) => tree.distance[one] !== UNREACHED)
      .sort((a, b) => (tree.distance[a] ?? 0) - (tree.distance[b] ?? 0));
    const walked = node === undefined ? undefined : pathOf(tree, node);
    const source = this.sources.find((one) => one.node === walked?.nodes[0]);
    if (!walked || !source) return undefined;
    let confidence = 1;
    let isConditional = false;
    for (const edge of walked.edges) {
      const ground = this.edges.grounds[this.edges.ground[edge] ?? 0];
      if (!ground || ground.kind === 'within') continue;
      confidence *= CONFIDENCE[basisOf(ground)];
      isConditional ||= 'access' in ground && ground.access === 'conditional';
    }
    return { source: source.kind, confidence, isConditional };
  }

  /**
   * What each of these assets leads to when it is taken over: how many targets of each kind, and how many other places.
   * As {@link blastRadius}, of many at once and in less detail.
   */
  reachedFrom(assetIds: Iterable<string>): ReadonlyMap<string, ReachedCounts> {
    const starts = [...assetIds].flatMap((id) => {
      const number = this.places.assetNumber(id);
      return number === undefined ? [] : [{ id, number, node: this.places.ofAsset(number, 'control') }];
    });
    const kinds = TARGET_KINDS.length;
    const classOf = new Uint8Array(this.places.count);
    for (let node = 0; node < classOf.length; node++)
      classOf[node] = this.places.node(node).kind === 'group' ? kinds + 1 : kinds;
    for (const { node, kind } of this.targets) classOf[node] = TARGET_KINDS.indexOf(kind);
    const ownKind = new Map(this.targets.map(({ asset, kind }) => [asset, kind]));
    const counts = countsReached(
      this.graph,
      starts.map(({ node }) => node),
      classOf,
      kinds + 2,
    );
    return new Map(
      starts.map(({ id, number }, row) => {
        const own = ownKind.get(this.places.assets[number] as Asset);
        const targets = TARGET_KINDS.flatMap((kind, column) => {
          const count = (counts[row]?.[column] ?? 0) - (kind === own ? 1 : 0);
          return count > 0 ? [{ kind, count }] : [];
        });
        // Control of a thing leads to its three weaker holds.
        return [id, { targets, others: (counts[row]?.[kinds] ?? 0) - WEAKER.length }];
      }),
    );
  }

  #treeOf(source: Source, by: 'steps' | 'effort'): Tree {
    const key = `${by} ${source.node}`;
    const known = this.#trees.get(key);
    if (known) return known;
    const tree = this.#search(source, by);
    // A few are kept, because people ask for the paths of one estate in several ways.
    if (this.#trees.size < MOST_TREES) this.#trees.set(key, tree);
    return tree;
  }

  #search({ node }: Source, by: 'steps' | 'effort', isOpen?: (edge: number) => boolean): Tree {
    return cheapest(this.graph, [node], {
      ...(by === 'steps' ? { costOf: this.#shortest } : {}),
      ...(isOpen ? { isOpen } : {}),
    });
  }

  /**
   * What anybody at all can do, anybody with an account can as well: they begin a path of their own only where they get
   * further.
   */
  #withoutRepeated(sources: readonly Source[]): Source[] {
    const reachedBy = (source: Source): Set<number> => {
      const { distance } = this.#search(source, 'steps');
      return new Set(this.targets.flatMap(({ node }) => (distance[node] === UNREACHED ? [] : [node])));
    };
    const anybody = sources.filter(({ kind }) => kind === 'public-endpoint').map(reachedBy);
    return sources.filter(
      (source) =>
        source.kind !== 'any-principal' ||
        [...reachedBy(source)].some((node) => !anybody.some((reached) => reached.has(node))),
    );
  }

  #wanted(kinds: readonly TargetKind[] | undefined): readonly Target[] {
    return this.targets.filter(({ kind }) => !kinds || kinds.includes(kind));
  }

  /** A number for the change that cuts each edge on a way from outside to these targets. */
  #fixable(wanted: readonly Target[]) {
    const sources = this.sources.map(({ node }) => node);
    const targets = wanted.map(({ node }) => node);
    const fixOf = new Int32Array(this.graph.edges).fill(NO_FIX);
    const numbers = new Map<string, number>();
    const fixes: PathFix[] = [];
    for (const edge of between(this.graph, sources, targets).edgeOf) {
      const step = this.#stepOver(edge);
      if (!step || (step.technique.startsWith('relation.') && step.technique !== 'relation.administers'))
        continue;
      const known = numbers.get(step.fix.id);
      fixOf[edge] = known ?? fixes.push(step.fix) - 1;
      if (known === undefined) numbers.set(step.fix.id, fixOf[edge]);
    }
    return { sources, targets, fixOf, fixes };
  }

  /** The step that an edge is, for whoever stands where it begins; `undefined` where it is no step that people see. */
  #stepOver(edge: number, from?: { readonly place: Place; readonly node: number }): Step | undefined {
    const ground = this.edges.grounds[this.edges.ground[edge] ?? 0];
    const start = this.edges.from[edge] ?? 0;
    const end = this.places.node(this.edges.to[edge] ?? 0);
    if (!ground || ground.kind === 'within' || end.kind === 'group') return undefined;
    const isShared = this.#isShared(edge, ground, placeOf(end));
    const node = from?.node ?? this.#memberOf(start);
    const place = from?.place ?? placeOfNode(this.places.node(node));
    return place
      ? stepOf(ground, {
          access: this.access,
          principals: this.#principalsAt.get(node) ?? [],
          isShared,
          from: place,
          to: placeOf(end),
        })
      : undefined;
  }

  /** Whether those of a group have what leads on from different statements, so that no one change takes it from all. */
  #isShared(edge: number, ground: Exclude<Ground, { kind: 'within' }>, to: Place): boolean {
    const group = this.edges.from[edge] ?? 0;
    if (this.places.node(group).kind !== 'group') return false;
    const known = this.#shared.get(edge);
    if (known !== undefined) return known;
    const { starts, node: members } = this.graph.reverse;
    const [first, last] = [starts[group] ?? 0, (starts[group + 1] ?? 1) - 1];
    const fixes = [first, last].map((entry) => {
      const node = members[entry] ?? 0;
      const from = placeOfNode(this.places.node(node));
      const principals = this.#principalsAt.get(node) ?? [];
      return from && stepOf(ground, { access: this.access, principals, from, to }).fix.id;
    });
    const isShared = fixes[0] !== fixes[1];
    this.#shared.set(edge, isShared);
    return isShared;
  }

  /** Somebody of a group, to ask what it is that all of them have. */
  #memberOf(node: number): number {
    if (this.places.node(node).kind !== 'group') return node;
    const entry = this.graph.reverse.starts[node] ?? 0;
    return this.graph.reverse.node[entry] ?? node;
  }

  #pathTo(tree: Tree, source: Source, target: Target): AttackPath | undefined {
    const walked = pathOf(tree, target.node);
    if (!walked || walked.edges.length === 0) return undefined;
    const steps: Step[] = [];
    let from: { readonly place: Place; readonly node: number } | undefined;
    for (const [position, edge] of walked.edges.entries()) {
      const node = walked.nodes[position] ?? 0;
      const place = placeOfNode(this.places.node(node));
      if (place) from = { place, node };
      const step = from && this.#stepOver(edge, from);
      if (step) steps.push(step);
    }
    const [first] = steps;
    const last = steps.at(-1);
    if (!first || !last) return undefined;
    return {
      id: idOf(first, target, steps),
      source: { ...first.from, kind: source.kind },
      target: { ...last.to, kind: target.kind },
      steps,
      confidence: steps.reduce(
        (product, { basis, access }) =>
          product * CONFIDENCE[basis] * (access === 'conditional' ? CONDITIONAL : 1),
        1,
      ),
      basis: leastCertain(steps),
      cost: walked.edges.reduce((sum, edge) => sum + (this.edges.cost[edge] ?? 0), 0),
    };
  }
}

export interface ReachedCounts {
  readonly targets: readonly { readonly kind: TargetKind; readonly count: number }[];
  readonly others: number;
}

const TARGET_KINDS = [
  'model-weights',
  'training-data',
  'knowledge-base',
  'credentials-vault',
  'high-privilege-role',
] as const satisfies readonly TargetKind[];

export interface PathOptions {
  readonly kinds?: readonly TargetKind[];
  readonly by?: 'steps' | 'effort';
  /** Edges that may be walked: all, where it is left out. */
  readonly isOpen?: (edge: number) => boolean;
}

const STEP = 256;
const MOST_TREES = 64;
const IDENTITIES = /^(?:aws\.iam\.|azure\.managed-identity\.|gcp\.iam\.service-account$)/;
/** Tags in which people say how sensitive something is. */
const SENSITIVITY =
  /(?:^|[-_:.])(?:data[-_]?)?(?:classification|class|sensitivity|confidentiality|pii|phi)$/i;

const placeOfNode = (node: Node): Place | undefined => (node.kind === 'group' ? undefined : placeOf(node));

const idOf = ({ from }: Step, { asset }: Target, steps: readonly Step[]): string =>
  createHash('sha256')
    .update(JSON.stringify([from.id, asset.id, steps.map(({ technique, to }) => [technique, to.id])]))
    .digest('hex')
    .slice(0, 16);

/** How sure a step on this ground is. */
const basisOf = (ground: Exclude<Ground, { kind: 'within' }>): Basis =>
  ground.kind === 'lead' ? ground.lead.basis : 'technique' in ground ? ground.technique.basis : 'vendor';

const leastCertain = (steps: readonly Step[]): Basis =>
  steps.some(({ basis }) => basis === 'inferred')
    ? 'inferred'
    : steps.some(({ basis }) => basis === 'vendor')
      ? 'vendor'
      : 'documented';

/** Each distinct thing once, with how often it came; the most frequent first. */
function counted<Thing extends object>(things: readonly Thing[]): (Thing & { readonly count: number })[] {
  const counts = new Map<string, Thing & { count: number }>();
  for (const thing of things) {
    const key = JSON.stringify(thing);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { ...thing, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
