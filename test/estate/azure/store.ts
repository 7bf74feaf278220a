import { isObject, type JsonObject } from '#shared/model/json.ts';

const ASSIGNMENTS = 'microsoft.authorization/roleassignments';

/**
 * Resources by ARM id, without regard to case as Resource Manager keeps them, and the lists that follow from
 * the ids: children of a parent, or everything of a type in a subscription.
 */
export class ArmStore {
  readonly #resources = new Map<string, JsonObject>();
  /** What a subscription lists though it lies above it, by the path of the list. */
  readonly #inherited = new Map<string, Set<string>>();
  /** Resource keys by the path of the list that holds them; rebuilt after a change of what there is. */
  #lists: Map<string, string[]> | undefined;

  /** Adds a resource to what the subscription lists: its own, or one above it that it inherits. */
  add(subscription: string, resource: JsonObject): void {
    const id = resource['id'];
    if (typeof id !== 'string') throw new Error('an ARM resource needs an id');
    this.#resources.set(keyOf(id), resource);
    const inherited = inheritedList(subscription, id);
    if (inherited)
      this.#inherited.set(inherited, (this.#inherited.get(inherited) ?? new Set()).add(keyOf(id)));
    this.#lists = undefined;
  }

  all(): JsonObject[] {
    return [...this.#resources.values()];
  }

  get(id: string): JsonObject | undefined {
    return this.#resources.get(keyOf(id));
  }

  /** Merges a PATCH into a resource, or puts one in its place. */
  write(id: string, body: JsonObject, how: 'merge' | 'replace'): JsonObject {
    const before = this.get(id);
    const written =
      how === 'merge' && before
        ? merged(before, body)
        : { ...body, id: before?.['id'] ?? id, name: before?.['name'] ?? id.slice(id.lastIndexOf('/') + 1) };
    this.#resources.set(keyOf(id), written);
    this.#lists = undefined;
    return written;
  }

  delete(id: string): boolean {
    this.#lists = undefined;
    return this.#resources.delete(keyOf(id));
  }

  /** `undefined` when the parent of the list is not there: Resource Manager answers 404. */
  list(path: string): JsonObject[] | undefined {
    const key = keyOf(path);
    const parent = /^(.*\/providers\/[^/]+\/.+)\/[^/]+$/.exec(key)?.[1];
    const isUnderResource =
      parent !== undefined && parent.split('/').length % 2 === 1 && !isExtension(key) && !isLocation(parent);
    if (isUnderResource && !this.#resources.has(parent)) return undefined;
    this.#lists ??= this.#index();
    return (this.#lists.get(key) ?? []).flatMap((member) => {
      const resource = this.#resources.get(member);
      return resource ? [resource] : [];
    });
  }

  #index(): Map<string, string[]> {
    const lists = new Map<string, string[]>();
    const put = (list: string, key: string) => {
      const members = lists.get(list);
      if (members) members.push(key);
      else lists.set(list, [key]);
    };
    for (const key of this.#resources.keys()) {
      const list = key.slice(0, key.lastIndexOf('/'));
      put(list, key);
      const inGroup = /^(\/subscriptions\/[^/]+)\/resourcegroups\/[^/]+(\/providers\/[^/]+\/[^/]+)$/.exec(
        list,
      );
      if (inGroup) put(`${inGroup[1]}${inGroup[2]}`, key);
    }
    for (const [list, members] of this.#inherited)
      for (const key of members)
        if (this.#resources.has(key) && !lists.get(list)?.includes(key)) put(list, key);
    return lists;
  }
}

const keyOf = (id: string): string => id.toLowerCase();

/** Extension resources hang on any resource, known to this store or not. */
const isExtension = (path: string): boolean => /\/providers\/.+\/providers\/[^/]+\/[^/]+$/.test(path);

/** A region is there without anybody having made it. */
const isLocation = (path: string): boolean => /\/providers\/[^/]+\/locations\/[^/]+$/.test(path);

/** Role assignments are listed by a subscription wherever they were made. */
function inheritedList(subscription: string, id: string): string | undefined {
  return keyOf(id).includes(`/providers/${ASSIGNMENTS}/`)
    ? keyOf(`/subscriptions/${subscription}/providers/${ASSIGNMENTS}`)
    : undefined;
}

function merged(before: JsonObject, patch: JsonObject): JsonObject {
  const result: JsonObject = { ...before };
  for (const [key, value] of Object.entries(patch)) {
    const earlier = result[key];
    result[key] = isObject(value) && isObject(earlier) ? merged(earlier, value) : value;
  }
  return result;
}
