import type { Asset, Relation } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Destination } from './change.ts';

/** The relations that a config of a type has, as its connector finds them. */
export type RelationsOf = (type: string, config: JsonObject, scope: Scope) => readonly Relation[];

/** An inventory that is being changed; the one it was made from stays as it is. */
export class Draft {
  readonly destination: Destination;
  readonly #assets: Map<string, Asset>;
  readonly #relationsOf: RelationsOf;

  constructor(assets: readonly Asset[], destination: Destination, relationsOf: RelationsOf) {
    this.#assets = new Map(assets.map((asset) => [comparableId(asset.id), asset]));
    this.destination = destination;
    this.#relationsOf = relationsOf;
  }

  get assets(): readonly Asset[] {
    return [...this.#assets.values()];
  }

  get(id: string): Asset | undefined {
    return this.#assets.get(comparableId(id));
  }

  /** Of one of the types, by name or id. */
  find(types: readonly string[], nameOrId: string): Asset | undefined {
    const known = this.get(nameOrId);
    if (known && types.includes(known.type)) return known;
    return this.assets.find(({ type, name }) => types.includes(type) && name === nameOrId);
  }

  /** Adds an asset, or gives one that is there these fields in place of those that it had. */
  put(one: {
    readonly id: string;
    readonly type: string;
    readonly name: string;
    readonly scope: Scope;
    readonly config: JsonObject;
  }): void {
    const before = this.get(one.id);
    const config = { ...before?.config, ...one.config };
    const { unread: _unread, ...rest } = before ?? { relations: [] };
    this.#assets.set(comparableId(one.id), {
      ...rest,
      ...one,
      config,
      relations: [...this.#relationsOf(one.type, config, one.scope)],
    });
  }

  remove(id: string): boolean {
    return this.#assets.delete(comparableId(id));
  }
}
