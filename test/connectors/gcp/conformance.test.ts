import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { checks } from '#shared/checks/index.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { type Predicate, readsOf, relatedReads } from '#shared/model/predicate.ts';
import { enumsOf, pathsOf } from '#test/estate/unheard-of.ts';
import { type Enumeration, type Message, officialMessages } from './official-fields.ts';

type Namespace = Readonly<Record<string, Message | Enumeration>>;

const Tree = z.looseObject({
  get nested() {
    return z.record(z.string(), z.unknown()).optional();
  },
});

/** protos.json of an installed package: field names are those of the REST API. */
function packageMessages(packageName: string, namespace: string): Namespace {
  const require = createRequire(import.meta.url);
  let tree: unknown = require(path.join(MODULES, packageName, 'build/protos/protos.json'));
  for (const name of namespace.split('.')) tree = Tree.parse(tree).nested?.[name];
  if (tree === undefined) throw new Error(`${packageName} knows no ${namespace}`);
  return Tree.parse(tree).nested as Namespace;
}

const MODULES = path.join(import.meta.dirname, '../../../node_modules');
const namespaces = new Map<string, Namespace>();

function messagesOf(
  type: string,
  packageName: string,
): {
  namespace: Namespace;
  root: string;
} {
  const root = type.slice(type.lastIndexOf('.') + 1);
  const name = type.includes('.') ? type.slice(0, type.lastIndexOf('.')) : 'storage';
  const known = officialMessages[name] ?? namespaces.get(name);
  if (known) return { namespace: known, root };
  const namespace = packageMessages(packageName, name);
  namespaces.set(name, namespace);
  return { namespace, root };
}

/** The message that a path starts in: a key may hold the answer of another operation. */
function startOf({ shape }: AssetType, [first = '']: readonly string[]) {
  const part = shape.parts?.[first.replace(/\[\]$/, '')];
  return { ...messagesOf(part ?? shape.type, shape.package), isPart: part !== undefined };
}

/** Whether the asset type says of a path, or of what it is under, that only the wire shows it, and where. */
const isOfTheWire = ({ shape: { wireOnly = {} } }: AssetType, path: string): boolean =>
  Object.keys(wireOnly).some(
    (known) => path === known || path.startsWith(`${known}.`) || path.startsWith(`${known}[`),
  );

/** Fields that the connectors put in place of what they drop, and what they conclude from several replies. */
const OWN_FIELDS = new Set(['valueKind', 'belongsTo']);

const isMessage = (found: Message | Enumeration | undefined): found is Message =>
  found !== undefined && 'fields' in found;

/** A Struct is a map of whatever somebody puts into it. */
const isFree = ({ type }: Message['fields'][string]): boolean => type === 'google.protobuf.Struct';

/** What stands at a path: an enum, a scalar or a message; or a sentence about what is wrong with the path. */
function lookUp(type: AssetType, path: string): { enumeration?: Enumeration } | string {
  if (isOfTheWire(type, path)) return {};
  const segments = path.split('.');
  const { namespace, root, isPart } = startOf(type, segments);
  let current: Message | Enumeration | undefined = namespace[root];
  let inMap = false;
  for (const segment of isPart ? segments.slice(1) : segments) {
    const name = segment.replace(/\[\]$/, '');
    if (inMap || OWN_FIELDS.has(name) || name === '') return {};
    if (!isMessage(current)) return `${path}: nothing has fields before “${name}”`;
    const field: Message['fields'][string] | undefined = current.fields[name];
    if (!field) return `${path}: no field “${name}”`;
    if (segment.endsWith('[]') && field.rule !== 'repeated' && !field.keyType && !isFree(field))
      return `${path}: “${name}” is no list`;
    inMap = field.keyType !== undefined;
    current = current.nested?.[field.type] ?? namespace[field.type];
  }
  return current && !isMessage(current) ? { enumeration: current } : {};
}

const assetTypes = gcpConnectors.map(({ assetType }) => assetType);
const problems = (type: AssetType, paths: readonly string[]): string[] =>
  paths.map((path) => lookUp(type, path)).filter((found) => typeof found === 'string');

test.each([
  ['endpoints', 'deployedModels[].serviceAccounts', 'no field “serviceAccounts”'],
  ['endpoints', 'network[]', '“network” is no list'],
  ['endpoints', 'iamPolicy.binding', 'no field “binding”'],
  ['pipelineJobs', 'pipelineSpec.root', 'nothing has fields before “root”'],
  ['extensions', 'manifest.authConfig.authtype', 'no field “authtype”'],
])('a wrong path is not taken for documented: %s, %s', (collection, wrong, problem) => {
  const connector = gcpConnectors.find(({ operations }) =>
    operations.list.some(({ id }) => id === `aiplatform.${collection}.list`),
  );
  if (!connector) throw new Error(`no connector lists ${collection}`);
  expect(problems(connector.assetType, [wrong])).toEqual([`${wrong}: ${problem}`]);
});

test('only v1beta1 has extensions', () => {
  const { namespace } = messagesOf('google.cloud.aiplatform.v1.Model', '@google-cloud/aiplatform');
  expect(Object.keys(namespace)).not.toContain('Extension');
});

describe.each(assetTypes.map((type) => [type.id, type] as const))('%s', (_id, type) => {
  test('declares only fields that Google documents', () => {
    const paths = pathsOf(type.config);
    expect(paths.length).toBeGreaterThan(1);
    expect(problems(type, paths)).toEqual([]);
  });

  test('declares every enum with exactly its documented values', () => {
    for (const [path, values] of enumsOf(type.config)) {
      const found = lookUp(type, path);
      if (typeof found === 'string' || !found.enumeration)
        throw new Error(`${path} is no enum: ${String(found)}`);
      expect([path, [...values].sort()]).toEqual([path, Object.keys(found.enumeration.values).sort()]);
    }
  });
});

const gcpChecks = checks.filter(({ assetType }) => assetType.provider === 'gcp');

test('every check reads only fields that Google documents and that the asset type declares', () => {
  expect(gcpChecks.length).toBeGreaterThanOrEqual(25);
  const found = gcpChecks.flatMap(({ id, assetType, fails, applies }) => {
    const predicates: Predicate[] = [fails, ...(applies ? [applies] : [])];
    const reads = [
      { type: assetType, paths: predicates.flatMap((predicate) => readsOf(predicate)) },
      ...predicates.flatMap(relatedReads),
    ];
    return reads.flatMap(({ type, paths }) => {
      const declared = new Set(pathsOf(type.config));
      return [
        // What sums up an inspection is of no API of Google's.
        ...(type.isSummary ? [] : problems(type, paths)),
        ...paths
          .filter((path) => !isDeclared(path, declared))
          .map((path) => `${path} is not declared in ${type.id}`),
      ].map((problem) => `${id}: ${problem}`);
    });
  });
  expect(found).toEqual([]);
});

/** A key of a declared map, and the element of a declared list of texts, are declared by it. */
const isDeclared = (path: string, declared: ReadonlySet<string>): boolean =>
  declared.has(path) ||
  isInDeclaredMap(path, declared) ||
  declared.has(path.replace(/\[\]$/, '')) ||
  (declared.has(path.replace(/\.[^.]+$/, '')) && /metadata\.[^.]+$/.test(path));

/** Under a value of a declared map: `executors[].container.image`. */
const isInDeclaredMap = (path: string, declared: ReadonlySet<string>): boolean =>
  [...path.matchAll(/\[\]\./g)]
    .map(({ index }) => path.slice(0, index))
    .some((map) => declared.has(map) && ![...declared].some((one) => one.startsWith(`${map}[]`)));
