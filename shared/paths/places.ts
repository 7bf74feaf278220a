import type { Principal, PrincipalNumbers } from '#shared/access/access-index.ts';
import { numbersOf } from '#shared/access/principal-sets.ts';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import type { Hold, Technique } from './technique.ts';

export const HOLDS: readonly Hold[] = ['use', 'read', 'change', 'control'];
export const WEAKER = ['use', 'read', 'change'] as const satisfies readonly Hold[];

/** What a node of the graph stands for. */
export type Node =
  | { readonly kind: 'asset'; readonly asset: Asset; readonly hold: Hold }
  | { readonly kind: 'principal'; readonly principal: Principal }
  | { readonly kind: 'outside'; readonly technique: Technique; readonly target: Asset }
  /** Principals that have the same permission somewhere. */
  | { readonly kind: 'group' };

/**
 * The nodes of the graph: four of each asset, one of each principal that is no asset, one for each way in from
 * outside, and groups of principals.
 */
export class Places {
  readonly assets: readonly Asset[];
  readonly principals: readonly Principal[];
  readonly #numberOfAsset = new Map<string, number>();
  readonly #nodeOfPrincipal: Uint32Array;
  readonly #numbersOfAsset = new Map<string, number[]>();
  readonly #others: Node[] = [];
  readonly #groups = new Map<string, number>();
  readonly #outside: number[] = [];
  readonly #offices = new Map<string, number>();

  constructor(assets: readonly Asset[], principals: readonly Principal[]) {
    this.assets = assets;
    this.principals = principals;
    for (const [number, { id }] of assets.entries()) this.#numberOfAsset.set(comparableId(id), number);
    this.#nodeOfPrincipal = new Uint32Array(principals.length);
    for (const [number, principal] of principals.entries()) {
      const asset = principal.assetId === undefined ? undefined : this.assetNumber(principal.assetId);
      this.#nodeOfPrincipal[number] =
        asset === undefined ? this.#add({ kind: 'principal', principal }) : this.ofAsset(asset, 'control');
      if (principal.assetId === undefined) continue;
      const key = comparableId(principal.assetId);
      const numbers = this.#numbersOfAsset.get(key);
      if (numbers) numbers.push(number);
      else this.#numbersOfAsset.set(key, [number]);
    }
  }

  get count(): number {
    return this.assets.length * HOLDS.length + this.#others.length;
  }

  /** The nodes from which somebody outside comes in without being anybody. */
  get outside(): readonly number[] {
    return this.#outside;
  }

  get numbersOfAsset(): ReadonlyMap<string, readonly number[]> {
    return this.#numbersOfAsset;
  }

  assetNumber(id: string): number | undefined {
    return this.#numberOfAsset.get(comparableId(id));
  }

  ofAsset(number: number, hold: Hold): number {
    return number * HOLDS.length + HOLDS.indexOf(hold);
  }

  ofPrincipal(number: number): number {
    return this.#nodeOfPrincipal[number] ?? 0;
  }

  /** The principals that an asset is or holds the identity of. */
  principalsOf(comparable: string): PrincipalNumbers {
    return numbersOf(this.#numbersOfAsset.get(comparable) ?? []);
  }

  addOutside(technique: Technique, target: Asset): number {
    const node = this.#add({ kind: 'outside', technique, target });
    this.#outside.push(node);
    return node;
  }

  addGroup(): number {
    return this.#add({ kind: 'group' });
  }

  /** Where everybody stands who administers an account, or can make itself do so. */
  officeOf(account: string): number {
    const known = this.#offices.get(account);
    if (known !== undefined) return known;
    const office = this.addGroup();
    this.#offices.set(account, office);
    return office;
  }

  groupOf(numbers: PrincipalNumbers): { readonly group: number; readonly isNew: boolean } {
    const key = numbers.join();
    const known = this.#groups.get(key);
    if (known !== undefined) return { group: known, isNew: false };
    const group = this.addGroup();
    this.#groups.set(key, group);
    return { group, isNew: true };
  }

  node(number: number): Node {
    const asset = this.assets[Math.floor(number / HOLDS.length)];
    const hold = HOLDS[number % HOLDS.length];
    if (asset && hold) return { kind: 'asset', asset, hold };
    const other = this.#others[number - this.assets.length * HOLDS.length];
    if (!other) throw new Error(`there is no node ${number}`);
    return other;
  }

  #add(node: Node): number {
    return this.assets.length * HOLDS.length + this.#others.push(node) - 1;
  }
}
