import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { UnnamedCheck } from '#shared/model/check.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { joinPath, pathSegments, readsOf, relatedReads } from '#shared/model/predicate.ts';
import { pathsOf } from '#test/estate/unheard-of.ts';

/** By asset type and path of a field that is read: how many replayed configs hold it. */
export type ShownFields = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ReplayedConfig {
  readonly type: string;
  readonly config: JsonObject;
}

/** The paths that the schema of a type declares and checks read, also on behalf of others; lists as `path[]`. */
export function pathsRead({ id, config }: AssetType, checks: readonly UnnamedCheck[]): string[] {
  const paths = checks.flatMap(({ assetType, fails, applies }) =>
    [fails, ...(applies ? [applies] : [])].flatMap((predicate) => [
      ...(assetType.id === id ? readsOf(predicate) : []),
      ...relatedReads(predicate).flatMap((related) => (related.type.id === id ? related.paths : [])),
    ]),
  );
  // That a list has elements is seen by what it holds.
  return [...new Set([...pathsOf(config), ...paths])].filter((one) => !/^$|\[\]$/.test(one)).sort();
}

export function shownFields(
  types: readonly AssetType[],
  checks: readonly UnnamedCheck[],
  configs: readonly ReplayedConfig[],
): ShownFields {
  const byType = Map.groupBy(configs, ({ type }) => type);
  return Object.fromEntries(
    types.map((type) => {
      const ofType = (byType.get(type.id) ?? []).map(({ config }) => config);
      const counts = pathsRead(type, checks).map((one): [string, number] => [
        one,
        ofType.filter((config) => isShown(config, one)).length,
      ]);
      return [type.id, Object.fromEntries(counts)];
    }),
  );
}

function isShown(config: JsonObject, fieldPath: string): boolean {
  const [own = '', ...below] = fieldPath.split('[]');
  let values = found([config], own);
  for (const piece of below) values = found(values.flatMap(elementsOf), piece);
  return values.length > 0;
}

const elementsOf = (value: Json): (Json | undefined)[] =>
  Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];

/** What the values hold at a path; null, and what stands for something that was not read, is nothing. */
const found = (values: readonly (Json | undefined)[], relative: string): Json[] =>
  values.flatMap((value) => {
    const at = pathSegments(relative).reduce<Json | undefined>(
      (sofar, key) => (isObject(sofar) && Object.hasOwn(sofar, key) ? sofar[key] : undefined),
      value,
    );
    return at === undefined || at === null || isUnread(at) ? [] : [at];
  });

/** What the fixtures were seen to show, kept beside this file: they show it under these names, or something was renamed. */
export const HELD = path.join(import.meta.dirname, 'shown-fields.json');

export const heldFields = (): ShownFields =>
  z
    .record(z.string(), z.record(z.string(), z.int().positive()))
    .parse(JSON.parse(readFileSync(HELD, 'utf8')));

/** What is shown by at least one fixture: fields that none shows are held by nothing. */
export const withoutUnshown = (shown: ShownFields): ShownFields =>
  Object.fromEntries(
    Object.entries(shown).flatMap(([type, fields]) => {
      const some = Object.entries(fields).filter(([, count]) => count > 0);
      return some.length > 0 ? [[type, Object.fromEntries(some)]] : [];
    }),
  );

/** Where the fixtures do not show what is held, one line each. Fields that are not held yet are none of them. */
export function differences(held: ShownFields, shown: ShownFields): string[] {
  return Object.entries(held).flatMap(([type, fields]) =>
    Object.entries(fields).flatMap(([field, count]) => {
      const now = shown[type]?.[field];
      if (now === undefined) return `${joinPath(type, field)}: no check reads it any more`;
      return now === count
        ? []
        : `${joinPath(type, field)}: in ${count} replies when it was held, in ${now} now`;
    }),
  );
}

/** Fields that the fixtures show and nobody holds yet. */
export const notHeld = (held: ShownFields, shown: ShownFields): string[] =>
  Object.entries(withoutUnshown(shown)).flatMap(([type, fields]) =>
    Object.keys(fields).flatMap((field) => (held[type]?.[field] === undefined ? joinPath(type, field) : [])),
  );
