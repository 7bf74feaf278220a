import { beforeAll, describe, expect, it } from 'vitest';
import { azureConnectors } from '#connectors/azure/index.ts';
import { checks } from '#shared/checks/index.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { readsOf, relatedReads } from '#shared/model/predicate.ts';
import { enumsOf, pathsOf } from '#test/estate/unheard-of.ts';
import { ABSENT, fixtureText, haveFixtures } from '#test/recorded/fixtures.ts';
import { type SdkModels, sdkModels } from './sdk-models.ts';

const sourceOf = ({ shape: { wireOnly = {} } }: AssetType, path: string): string | undefined =>
  Object.entries(wireOnly).find(
    ([known]) => path === known || path.startsWith(`${known}.`) || path.startsWith(`${known}[`),
  )?.[1];

/** What stands in place of a value that was dropped is ours, and so is the key that holds a joined reply. */
const isOurs = ({ shape: { parts = {} } }: AssetType, path: string): boolean =>
  path.endsWith('.$redacted') || path.replace(/\[\]$/, '') in parts;

const assetTypes = azureConnectors.map(({ assetType }) => assetType);

const readPaths = new Map(
  assetTypes.map((assetType) => {
    const read = checks.flatMap((check) => {
      const predicates = check.applies ? [check.fails, check.applies] : [check.fails];
      const own = check.assetType === assetType ? predicates.flatMap((predicate) => readsOf(predicate)) : [];
      const others = predicates
        .flatMap(relatedReads)
        .flatMap(({ type, paths }) => (type === assetType ? paths : []));
      return [...own, ...others];
    });
    return [assetType.id, new Set(read)] as const;
  }),
);

const models = new Map<string, SdkModels>();
beforeAll(async () => {
  const names = assetTypes.flatMap(({ shape }) => [
    shape.package,
    ...Object.values(shape.parts ?? {}).map((part) => modelOf(part, shape).packageName),
  ]);
  for (const name of new Set(names)) models.set(name, await sdkModels(name));
});

/** The package and the model of a joined reply: `@azure/arm-monitor DiagnosticSettingsResource`, or the model alone. */
function modelOf(part: string, shape: AssetType['shape']): { packageName: string; model: string } {
  const [model = '', packageName = shape.package] = part.split(' ').reverse();
  return { packageName, model };
}

function propertyAt({ shape }: AssetType, path: string) {
  const [, key = '', below = ''] = /^([^.[]+)(?:\[\])?\.?(.*)$/.exec(path) ?? [];
  const part = shape.parts?.[key];
  const { packageName, model } =
    part === undefined ? { packageName: shape.package, model: shape.type } : modelOf(part, shape);
  const sdk = models.get(packageName) ?? expect.fail(`${packageName} was not read`);
  const found = sdk.find(model, part === undefined ? path : below);
  return found && { ...found, values: sdk.valuesOf(found) };
}

describe.each(assetTypes.map((assetType) => [assetType.id, assetType] as const))('%s', (id, assetType) => {
  const paths = new Set([...pathsOf(assetType.config), ...(readPaths.get(id) ?? [])]);

  it.each([...paths].filter((path) => !isOurs(assetType, path) && path !== 'properties'))(
    'has a %s in Azure',
    (path) => {
      expect(propertyAt(assetType, path) ?? sourceOf(assetType, path), path).toBeDefined();
    },
  );

  const enums = enumsOf(assetType.config);

  it('lists as wire-only nothing that the package knows', () => {
    const known = Object.keys(assetType.shape.wireOnly ?? {}).filter((path) => {
      const property = propertyAt(assetType, path);
      const declared = enums.get(path);
      // A later api-version may have more values than the package.
      return declared ? declared.every((value) => property?.values?.includes(value)) : property;
    });
    expect(known).toEqual([]);
  });

  it.runIf(enums.size > 0)('declares each enum with the values that Azure documents', () => {
    for (const [path, values] of enums) {
      if (isOurs(assetType, path)) continue;
      const documented = propertyAt(assetType, path)?.values;
      const source = sourceOf(assetType, path);
      if (documented && source) expect(values, path).toEqual(expect.arrayContaining([...documented]));
      else if (documented) expect([...values].sort(), path).toEqual([...documented].sort());
      else expect(source, path).toBeDefined();
    }
  });

  it('declares every enum that decides a verdict, so that an unheard-of value makes it unknown', () => {
    const loose = [...(readPaths.get(id) ?? [])].filter(
      (path) =>
        !enums.has(path) && !enums.has(`${path}[]`) && propertyAt(assetType, path)?.values !== undefined,
    );
    // “SystemAssigned, UserAssigned” is written with and without the blank: only “None” is compared.
    expect(loose.filter((path) => path !== 'identity.type')).toEqual([]);
  });
});

describe.runIf(haveFixtures)('the fixtures', () => {
  const shown = assetTypes
    .flatMap(({ shape: { wireOnly = {} } }) => Object.entries(wireOnly))
    .filter(([, source]) => !source.startsWith('https://'));
  it.each(shown)('show %s in %s', (path, source) => {
    expect(fixtureText(source)).toContain(path.split('.').at(-1));
  });
});
it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});
