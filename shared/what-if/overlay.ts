import { connectors } from '#connectors/index.ts';
import type { Asset, Relation } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import type { Change, Edit, NotUnderstood } from './change.ts';
import { policyDocumentsIn, withDocuments } from './managed-policies.ts';
import { roleDefinitionsIn, withRoleDefinition } from './role-definitions.ts';
import { unknownValue } from './unknown-value.ts';

export interface Overlaid {
  readonly assets: readonly Asset[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** What is read from a connector is how its assets relate; it is not asked for anything. */
type RelationsOf = (config: JsonObject, reading: { scope: Scope }) => readonly (Relation | undefined)[];

const relationsByType = new Map<string, RelationsOf | undefined>(
  Object.values(connectors)
    .flat()
    .map(({ assetType, relations }) => [assetType.id, relations as RelationsOf | undefined]),
);

/**
 * The inventory as it would be after a change. The one that is given is left as it is. What is taken away goes first,
 * then what is put there, then what alters a part of another; each may be in the file in any order.
 */
export function overlay(assets: readonly Asset[], { edits, notUnderstood }: Change): Overlaid {
  const after = new Map(assets.map((asset) => [comparableId(asset.id), asset]));
  const problems = [...notUnderstood];
  const order: readonly Edit['kind'][] = ['remove', 'put', 'amend'];
  for (const edit of order.flatMap((kind) => edits.filter((each) => each.kind === kind))) {
    if (edit.kind === 'put') {
      const before = after.get(comparableId(edit.id));
      after.set(comparableId(edit.id), putIn(before, edit));
      continue;
    }
    const found = find(after, edit.target);
    if (!found) {
      problems.push({ where: edit.where, problem: missing(edit.target) });
      continue;
    }
    if (edit.kind === 'remove') {
      after.delete(comparableId(found.id));
      continue;
    }
    const config = edit.amend(found.config);
    if (config) after.set(comparableId(found.id), related({ ...found, config }));
    else
      problems.push({
        where: edit.where,
        problem: `what is on record of ${found.id} is not known well enough`,
      });
  }
  const documents = policyDocumentsIn(assets);
  const definitions = roleDefinitionsIn(assets);
  const resolved = [...after.values()].map((asset) =>
    withRoleDefinition(withDocuments(asset, documents, problems), definitions, problems),
  );
  return { assets: resolved, notUnderstood: problems };
}

const missing = ({ type, id, name }: { type: string; id?: string; name?: string }): string =>
  `there is no ${type} ${id ?? name} in the inventory: scan its account, or check the name`;

function find(
  assets: ReadonlyMap<string, Asset>,
  { id, name, type, scope }: Extract<Edit, { kind: 'remove' }>['target'],
): Asset | undefined {
  if (id !== undefined) {
    const found = assets.get(comparableId(id));
    return found?.type === type ? found : undefined;
  }
  const named = [...assets.values()].filter(
    (asset) =>
      asset.type === type &&
      asset.name === name &&
      asset.scope.account === scope.account &&
      asset.scope.provider === scope.provider,
  );
  const here = named.filter((asset) => scopeKey(asset.scope) === scopeKey(scope));
  return here.length === 1 ? here[0] : named.length === 1 ? named[0] : undefined;
}

function putIn(
  before: Asset | undefined,
  { id, type, scope, name, config, whole, where }: Extract<Edit, { kind: 'put' }>,
): Asset {
  if (before) return related({ ...before, config: defined(merged(before.config, config)) });
  return related({
    id,
    type,
    scope,
    name,
    config: defined(config),
    relations: [],
    ...(whole ? {} : { unread: unknownValue(where) }),
  });
}

/** ARM keeps nearly all under `properties`, of which a file tells a part. */
function merged(before: JsonObject, config: JsonObject): JsonObject {
  const { properties: known } = before;
  const { properties: told } = config;
  return {
    ...before,
    ...config,
    ...(isObject(known) && isObject(told) && !isUnread(known) && { properties: { ...known, ...told } }),
  };
}

const defined = (config: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));

/** With the relations that its config says; those of a type that has none of its own stay. */
function related(asset: Asset): Asset {
  const relationsOf = relationsByType.get(asset.type);
  if (!relationsOf) return asset;
  const known = Object.fromEntries(Object.entries(asset.config).filter(([, value]) => !isUnread(value)));
  const relations = relationsOf(known, { scope: asset.scope }).filter((each) => each !== undefined);
  return { ...asset, relations };
}
