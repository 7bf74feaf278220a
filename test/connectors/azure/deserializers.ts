import { isObject } from '#shared/model/json.ts';
import type { SdkModels } from './sdk-models.ts';

/**
 * Finds by what a TypeSpec package does with a reply: such a package has no table of names, only a function per
 * model that unpacks what came over the wire. It is given a reply that has whatever is asked of it and keeps
 * account of what that was.
 */
export function findByDeserializers(
  modules: readonly Readonly<Record<string, unknown>>[],
): SdkModels['find'] {
  const unpacked = new Map<string, Unpacked>();
  return (model, wirePath) => {
    const known = unpacked.get(model) ?? unpack(deserializerOf(modules, model));
    unpacked.set(model, known);
    return known.asked.has(wirePath) ? { model, names: known.names.get(wirePath) ?? [] } : undefined;
  };
}

type Deserializer = (reply: unknown) => unknown;

/** `storageAccountDeserializer` of StorageAccount, `ipRuleDeserializer` of IPRule. */
function deserializerOf(modules: readonly Readonly<Record<string, unknown>>[], model: string): Deserializer {
  const wanted = `${model}Deserializer`.toLowerCase();
  for (const module of modules)
    for (const [name, value] of Object.entries(module))
      if (name.toLowerCase() === wanted && typeof value === 'function') return value as Deserializer;
  throw new Error(`no function unpacks a ${model}`);
}

interface Unpacked {
  /** The wire paths that the function looked at. */
  readonly asked: ReadonlySet<string>;
  /** Where it put what it found there, by wire path. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Models hold one another in circles. */
const DEEPEST = 10;
const WIRE_PATH = Symbol('where in the reply this stands');

function unpack(deserialize: Deserializer): Unpacked {
  const asked = new Set<string>();
  const names = new Map<string, readonly string[]>();

  /** What stands at a path: an object, a list and a map at once, for nothing says which of them it should be. */
  function standIn(path: string): unknown {
    const at = (segment: string) => {
      const inner = segment === '[]' || path === '' ? path + segment : `${path}.${segment}`;
      asked.add(inner);
      return inner.split('.').length > DEEPEST ? undefined : standIn(inner);
    };
    return new Proxy(
      {},
      {
        get: (_nothing, key) => {
          if (key === WIRE_PATH) return path;
          if (key === Symbol.toPrimitive) return () => path;
          if (typeof key === 'symbol') return undefined;
          return key === 'map' ? (each: Deserializer) => [each(at('[]'))] : at(key);
        },
        ownKeys: () => ['[]'],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    );
  }

  function note(value: unknown, at: readonly string[]): void {
    const path = (value as { [WIRE_PATH]?: string } | undefined)?.[WIRE_PATH];
    if (path !== undefined) names.set(path, at);
    else if (Array.isArray(value)) for (const element of value) note(element, at);
    else if (isObject(value))
      for (const [name, inner] of Object.entries(value)) note(inner, name === '[]' ? at : [...at, name]);
  }

  note(deserialize(standIn('')), []);
  return { asked, names };
}
