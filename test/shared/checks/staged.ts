import { malformedIn } from '#connectors/config.ts';
import type { Asset, RelationKind } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { type Check, type Example, isRelatedExample } from '#shared/model/check.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { type Predicate, walk } from '#shared/model/predicate.ts';

/** The asset of an example, and what it is related to; ids are numbered. */
export function staged(check: Check, example: Example): { asset: Asset; resolve: Resolve } {
  const assets = new Map<string, Asset>();
  const stage = (
    type: AssetType,
    config: JsonObject,
    id: string,
    relations: Asset['relations'] = [],
  ): Asset => {
    const malformed = malformedIn(type.config, config);
    const asset: Asset = {
      id,
      type: type.id,
      name: id,
      scope: {
        provider: type.provider,
        account: '111122223333',
        region: type.placement === 'global' ? 'global' : 'eu-west-1',
      },
      config,
      relations,
      ...(malformed.length > 0 ? { malformed } : {}),
    };
    assets.set(id, asset);
    return asset;
  };
  const types = typesBehind(check);
  const stageWhole = (type: AssetType, one: Example, id: string): Asset => {
    const others = Object.entries((isRelatedExample(one) && one.$related) || {});
    const relations = others.flatMap(([kind, related]) =>
      related.map((other, index) => {
        const target = `${id === 'judged' ? '' : `${id}-`}${kind}-${index}`;
        const behind = types.get(kind as RelationKind);
        if (!behind) throw new Error(`${check.id}: no predicate follows the relation ${kind} of an example`);
        if (other !== 'unseen') stageWhole(behind, other, target);
        return { kind: kind as RelationKind, target };
      }),
    );
    return stage(type, configOf(one), id, relations);
  };
  return { asset: stageWhole(check.assetType, example, 'judged'), resolve: (id) => assets.get(id) };
}

export const governanceOf = (example: Example) =>
  isRelatedExample(example) ? example.$governance : undefined;

export const configOf = (example: Example): JsonObject =>
  isRelatedExample(example) ? example.$config : example;

function typesBehind(check: Check): Map<RelationKind, AssetType> {
  const predicates: Predicate[] = check.applies ? [check.fails, check.applies] : [check.fails];
  return new Map(
    predicates
      .flatMap((predicate) => [...walk(predicate)])
      .flatMap((predicate) =>
        predicate.kind === 'related' ? [[predicate.relation, predicate.type] as const] : [],
      ),
  );
}
