import { beforeAll, describe, expect, it } from 'vitest';
import { azureConnectors } from '#connectors/azure/index.ts';
import { checks } from '#shared/checks/index.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { readsOf, relatedReads } from '#shared/model/predicate.ts';
import { enumsOf, pathsOf } from '#test/estate/unheard-of.ts';
import { ABSENT, fixtureText, haveFixtures } from '#test/recorded/fixtures.ts';
import { type SdkModels, sdkModels } from './sdk-models.ts';

const EXAMPLES = 'azure-examples';
const LEARNING =
  `${EXAMPLES}/indexed/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/MachineLearningServices/examples/2025-12-01` as const;
const INSTANCE = `${LEARNING}/Compute/get/ComputeInstance.json`;
const RECORDED_WORKSPACE =
  'recorded/azure/MachineLearningDataContainerTest.machine-learning-data-container.json';
const DIAGNOSTICS = `${EXAMPLES}/git/monitor/resource-manager/Microsoft.Insights/preview/2021-05-01-preview/examples/listDiagnosticSettings.json`;
const ASSIGNMENTS = `${EXAMPLES}/git/authorization/resource-manager/Microsoft.Authorization/stable/2015-07-01/examples/GetAllRoleAssignments.json`;
const DEFINITIONS = `${EXAMPLES}/git/authorization/resource-manager/Microsoft.Authorization/stable/2015-07-01/examples/GetRoleDefinitionAtScope.json`;

/**
 * Fields that the installed packages do not know, by asset type: a path stands for all below it. Each names the
 * fixture that shows it, or the document that describes it.
 */
const WIRE_ONLY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'azure.cognitive-services.account': { diagnosticSettings: DIAGNOSTICS },
  'azure.machine-learning.workspace': {
    kind: RECORDED_WORKSPACE,
    diagnosticSettings: DIAGNOSTICS,
    'properties.managedNetwork': RECORDED_WORKSPACE,
    'properties.enableDataIsolation': RECORDED_WORKSPACE,
    'properties.systemDatastoresAuthMode':
      'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces',
  },
  'azure.machine-learning.compute': {
    'properties.properties.customServices': INSTANCE,
    'properties.properties.osImageMetadata': INSTANCE,
    'properties.properties.idleTimeBeforeShutdown': 'azure-policy/Machine_Learning__IdleShutdown_Audit.json',
  },
  'azure.authorization.role-assignment': {
    'properties.scope': ASSIGNMENTS,
    'properties.roleDefinitionId': ASSIGNMENTS,
    'properties.principalId': ASSIGNMENTS,
    'properties.principalType':
      'https://learn.microsoft.com/rest/api/authorization/role-assignments/list-for-subscription',
    'roleDefinition.properties.roleName': DEFINITIONS,
    'roleDefinition.properties.type': DEFINITIONS,
    'roleDefinition.properties.permissions': DEFINITIONS,
  },
};

/** Where a config joins several replies: the key, and the model of each of its elements. */
const PARTS: Readonly<Record<string, string>> = { defenderForAISettings: 'DefenderForAISetting' };

const sourceOf = ({ id }: AssetType, path: string): string | undefined =>
  Object.entries(WIRE_ONLY[id] ?? {}).find(
    ([known]) => path === known || path.startsWith(`${known}.`) || path.startsWith(`${known}[`),
  )?.[1];

/** What stands in place of a value that was dropped is ours, and so is the key that holds a joined reply. */
const isOurs = (path: string): boolean =>
  path.endsWith('.$redacted') ||
  path.replace(/\[\]$/, '') in PARTS ||
  /^roleDefinition(\.properties)?$/.test(path);

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
  for (const name of ['@azure/arm-cognitiveservices', '@azure/arm-machinelearning'])
    models.set(name, await sdkModels(name));
});

function propertyAt({ shape }: AssetType, path: string) {
  const sdk = models.get(shape.package);
  const [key = ''] = path.split(/[.[]/, 1);
  const part = PARTS[key];
  const found = part ? sdk?.find(part, path.slice(`${key}[].`.length)) : sdk?.find(shape.type, path);
  return found && sdk ? { ...found, values: sdk.valuesOf(found) } : undefined;
}

describe.each(assetTypes.map((assetType) => [assetType.id, assetType] as const))('%s', (id, assetType) => {
  const paths = new Set([...pathsOf(assetType.config), ...(readPaths.get(id) ?? [])]);

  it.each([...paths].filter((path) => !isOurs(path) && path !== 'properties'))(
    'has a %s in Azure',
    (path) => {
      expect(propertyAt(assetType, path) ?? sourceOf(assetType, path), path).toBeDefined();
    },
  );

  it('lists as wire-only nothing that the package knows', () => {
    const known = Object.keys(WIRE_ONLY[id] ?? {}).filter((path) => propertyAt(assetType, path));
    expect(known).toEqual([]);
  });

  const enums = enumsOf(assetType.config);
  it.runIf(enums.size > 0)('declares each enum with the values that Azure documents', () => {
    for (const [path, values] of enums) {
      if (isOurs(path)) continue;
      const documented = propertyAt(assetType, path)?.values;
      if (documented) expect([...values].sort(), path).toEqual([...documented].sort());
      else expect(sourceOf(assetType, path) ?? PARTS[path.split('[', 1)[0] ?? ''], path).toBeDefined();
    }
  });

  it('declares every enum that decides a verdict, so that an unheard-of value makes it unknown', () => {
    const loose = [...(readPaths.get(id) ?? [])].filter(
      (path) => !enums.has(path) && propertyAt(assetType, path)?.values !== undefined,
    );
    // “SystemAssigned, UserAssigned” is written with and without the blank: only “None” is compared.
    expect(loose.filter((path) => path !== 'identity.type')).toEqual([]);
  });
});

describe.runIf(haveFixtures)('the fixtures', () => {
  const shown = Object.values(WIRE_ONLY)
    .flatMap((fields) => Object.entries(fields))
    .filter(([, source]) => !source.startsWith('https://'));
  it.each(shown)('show %s in %s', (path, source) => {
    expect(fixtureText(source)).toContain(
      path === 'diagnosticSettings' ? 'diagnosticSettings' : path.split('.').at(-1),
    );
  });
});
it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});
