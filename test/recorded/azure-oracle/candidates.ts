import { azureConnectors } from '#connectors/azure/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import { type AssetType, nativeTypesOf } from '#shared/model/asset-type.ts';
import { bindGovernance } from '#shared/model/bind.ts';
import { type Check, isRelatedExample } from '#shared/model/check.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import { canonical, isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { mutations } from '#shared/model/mutate.ts';
import { relatedReads } from '#shared/model/predicate.ts';
import { armAddress } from '#test/estate/azure/address.ts';
import { configOf, governanceOf, staged } from '#test/shared/checks/staged.ts';
import { asksAt, same } from '../azure-addresses.ts';
import { replayGet } from '../azure-replay.ts';
import { elementsOf, type Reply, replies, resourcesOf } from '../azure-replies.ts';
import { surroundings } from '../azure-surroundings.ts';

/** A resource that both judge: as an asset of ours, and as Azure answers it. */
export interface Candidate {
  /** Where it comes from, for people. */
  readonly source: string;
  readonly from: 'fixtures' | 'examples';
  readonly check: Check;
  readonly asset: Asset;
  readonly resolve: Resolve;
  readonly body: JsonObject;
  /** The resources that belong to it and were answered of it, by their type. */
  readonly parts: ReadonlyMap<string, readonly JsonObject[]>;
}

type Replayed = Pick<Candidate, 'source' | 'asset' | 'body' | 'parts'>;

const connectorOf = ({ id }: AssetType) => azureConnectors.find(({ assetType }) => assetType.id === id);

/** The operations whose answers become parts of an asset, by the key of its config; each lists a type. */
const partsOf = (type: AssetType) => Object.entries(connectorOf(type)?.operations.parts ?? {});
const partType = (operation: { readonly id: string }): string =>
  operation.id.replace(/\/[^/]+$/, '').toLowerCase();

/** Official answers to the operation of a part. */
const answersTo = (operation: { readonly id: string }): Reply | undefined =>
  replies.find(
    ({ method, path }) =>
      method === 'GET' &&
      armAddress(path)?.of === 'list' &&
      same(armAddress(path)?.type ?? '', partType(operation)),
  );

/**
 * Every distinct resource of the type that the fixtures hold, after its way through the connector: with nothing beside
 * it, and, where it has parts of which there are official examples, with those and with none.
 */
export async function replayedResources(type: AssetType): Promise<Replayed[]> {
  const ofType = replies
    .flatMap(resourcesOf)
    .filter((resource) => nativeTypesOf(type).some((native) => same(resource.type, native)));
  const distinct = [...Map.groupBy(ofType, ({ body }) => canonical(body)).values()].flatMap((alike) =>
    alike.slice(0, 1),
  );
  const parts = partsOf(type).flatMap(([, operation]) => {
    const reply = answersTo(operation);
    return reply ? [{ operation, elements: elementsOf(reply) }] : [];
  });
  const variants = [
    { beside: '', parts: [] },
    ...(parts.length > 0
      ? [
          { beside: ' with official parts', parts },
          { beside: ' without parts', parts: parts.map(({ operation }) => ({ operation, elements: [] })) },
        ]
      : []),
  ];
  const replayed = distinct.flatMap(({ source, id, body }) =>
    variants.map(async ({ beside, parts }): Promise<Replayed[]> => {
      const around = surroundings([{ path: id, body }]);
      const { assets } = await replayGet(type.id, id, (path) => {
        if (same(path, id)) return body;
        const part = parts.find(({ operation }) => asksAt(operation, path));
        return part ? { value: part.elements } : around(path);
      });
      const [asset] = assets;
      // That none comes of a resource is a matter of the replays.
      if (!asset) return [];
      const byType = new Map(parts.map(({ operation, elements }) => [partType(operation), elements]));
      return [{ source: `${source}${beside}`, asset, body, parts: byType }];
    }),
  );
  return (await Promise.all(replayed)).flat();
}

/** How many resources stand in, one after another, for a related one that was not recorded. */
const STAND_INS = 3;

/** What the check judges of the fixtures; what it follows to is any resource of that type that they hold. */
export function fromFixtures(
  check: Check,
  replayedOf: (type: AssetType) => readonly Replayed[],
): Candidate[] {
  const predicates = check.applies ? [check.fails, check.applies] : [check.fails];
  const followed = [...new Set(predicates.flatMap(relatedReads).map(({ type }) => type))];
  const pools = followed.map((type) => replayedOf(type).slice(0, STAND_INS));
  const longest = Math.max(0, ...pools.map(({ length }) => length));
  const surroundings = [
    { beside: '', resolve: (): undefined => undefined },
    ...Array.from({ length: longest }, (_, index) => {
      const others = pools.flatMap((pool) => pool[index % pool.length] ?? []);
      const resolve: Resolve = (id) => others.find(({ asset }) => isOfItsType(id, asset))?.asset;
      return { beside: others.map(({ source }) => ` beside ${source}`).join(''), resolve };
    }),
  ];
  return replayedOf(check.assetType).flatMap((resource) =>
    surroundings.map(({ beside, resolve }) => ({
      ...resource,
      source: `${resource.source}${beside}`,
      from: 'fixtures' as const,
      check: bindGovernance(check, DEFAULT_GOVERNANCE),
      resolve,
    })),
  );
}

const isOfItsType = (id: string, asset: Asset): boolean => {
  const type = azureConnectors.find(({ assetType }) => assetType.id === asset.type)?.assetType.nativeType;
  return same(armAddress(id)?.type ?? '', type ?? '');
};

/** The check’s own examples, and each with one field set otherwise or left out, or with its words spelt otherwise. */
export function fromExamples(check: Check): Candidate[] {
  const { pass, fail, unknown = [], notApplicable = [] } = check.examples;
  const examples = [...pass, ...fail, ...unknown, ...notApplicable];
  const configs = examples.map(configOf);
  return examples.flatMap((example, index) => {
    const bound = bindGovernance(check, { ...DEFAULT_GOVERNANCE, ...governanceOf(example) });
    const config = configOf(example);
    const predicates = bound.applies ? [bound.fails, bound.applies] : [bound.fails];
    const changed = [
      { config, how: '' },
      ...predicates
        .flatMap((predicate) => mutations(predicate, config, configs))
        .map((mutation) => ({ config: mutation.config, how: `, ${mutation.path} otherwise` })),
      { config: respelt(config), how: ', in lower case' },
      { config: nulled(config), how: ', null for empty texts' },
    ];
    const distinct = Map.groupBy(changed, (one) => canonical(one.config)).values();
    return [...distinct].flatMap((alike) =>
      alike.slice(0, 1).map((one): Candidate => {
        const { asset, resolve } = staged(
          bound,
          isRelatedExample(example) ? { ...example, $config: one.config } : one.config,
        );
        return {
          source: `its example ${index + 1}${one.how}`,
          from: 'examples',
          check: bound,
          asset,
          resolve,
          body: one.config,
          parts: partsIn(check.assetType, one.config),
        };
      }),
    );
  });
}

function partsIn(type: AssetType, config: JsonObject): ReadonlyMap<string, readonly JsonObject[]> {
  return new Map(
    partsOf(type).flatMap(([key, operation]): [string, readonly JsonObject[]][] => {
      const part = config[key];
      return Array.isArray(part) ? [[partType(operation), part.filter(isObject)]] : [];
    }),
  );
}

/** Resource Manager spells the words of an enum as it likes. */
const respelt = (config: JsonObject): JsonObject =>
  withTexts(config, (text) => (/^[A-Z][A-Za-z]+$/.test(text) ? text.toLowerCase() : text));

/** An empty text and null are two ways of saying nothing. */
const nulled = (config: JsonObject): JsonObject => withTexts(config, (text) => text || null);

function withTexts(config: JsonObject, change: (text: string) => Json): JsonObject {
  return JSON.parse(JSON.stringify(config), (_key, value: Json) =>
    typeof value === 'string' ? change(value) : value,
  );
}
