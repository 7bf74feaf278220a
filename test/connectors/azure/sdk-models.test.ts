import { beforeAll, describe, expect, it } from 'vitest';
import { type SdkModels, sdkModels } from './sdk-models.ts';

/** A wire path that the package knows and what its enum holds, of each package that an asset type may name. */
const rows: readonly (readonly [string, string, path: string, values: readonly string[] | undefined])[] = [
  // Mappers of AutoRest, nested and flattened.
  ['arm-cognitiveservices', 'Account', 'properties.networkAcls.defaultAction', ['Allow', 'Deny']],
  ['arm-machinelearning', 'Workspace', 'properties.encryption.status', ['Enabled', 'Disabled']],
  ['arm-authorization', 'RoleAssignment', 'properties.principalId', undefined],
  [
    'arm-search',
    'SearchService',
    'properties.encryptionWithCmk.enforcement',
    ['Disabled', 'Enabled', 'Unspecified'],
  ],
  ['arm-botservice', 'Bot', 'properties.publicNetworkAccess', ['Enabled', 'Disabled']],
  ['arm-synapse', 'Workspace', 'properties.publicNetworkAccess', ['Enabled', 'Disabled']],
  ['arm-security', 'Pricing', 'properties.pricingTier', ['Free', 'Standard']],
  // Functions of TypeSpec, where the client calls the same thing `networkRuleSet`, or spreads `properties`.
  ['arm-storage', 'StorageAccount', 'properties.networkAcls.defaultAction', ['Allow', 'Deny']],
  ['arm-storage', 'StorageAccount', 'properties.networkAcls.ipRules[].value', undefined],
  ['arm-storage', 'StorageAccount', 'properties.supportsHttpsTrafficOnly', undefined],
  ['arm-storage', 'BlobServiceProperties', 'properties.deleteRetentionPolicy.enabled', undefined],
  ['arm-storage', 'ListContainerItem', 'properties.publicAccess', ['Container', 'Blob', 'None']],
  ['arm-keyvault', 'Vault', 'properties.networkAcls.defaultAction', ['Allow', 'Deny']],
  ['arm-containerregistry', 'Registry', 'properties.policies.exportPolicy.status', ['enabled', 'disabled']],
  ['arm-databricks', 'Workspace', 'properties.parameters.enableNoPublicIp.value', undefined],
  ['arm-databricks', 'Workspace', 'properties.publicNetworkAccess', ['Enabled', 'Disabled']],
  ['arm-monitor', 'DiagnosticSettingsResource', 'properties.logs[].categoryGroup', undefined],
  ['arm-policy', 'PolicyAssignment', 'properties.enforcementMode', ['Default', 'DoNotEnforce', 'Enroll']],
];

const packages = [...new Set(rows.map(([name]) => name))];
const models = new Map<string, SdkModels>();
const modelsOf = (name: string): SdkModels => models.get(name) ?? expect.fail(`${name} was not read`);
beforeAll(async () => {
  for (const name of packages) models.set(name, await sdkModels(`@azure/${name}`));
});

describe('the models of @azure', () => {
  it.each(rows)('%s know a %s with %s', (name, model, path, values) => {
    const property = modelsOf(name).find(model, path);
    expect(property).toBeDefined();
    const documented = property && modelsOf(name).valuesOf(property);
    expect(documented && [...documented].sort()).toEqual(values && [...values].sort());
  });

  it.each(rows)('%s know no %s with a misspelt %s', (name, model, path) => {
    const sdk = modelsOf(name);
    expect(sdk.find(model, `${path}z`)).toBeUndefined();
    expect(sdk.find(model, path.replace('properties.', 'property.'))).toBeUndefined();
    expect(sdk.find(model, path.replace('properties.', ''))).toBeUndefined();
  });

  it('is asked in the words of the wire, not of the client', () => {
    const storage = modelsOf('arm-storage');
    expect(storage.find('StorageAccount', 'properties.networkRuleSet')).toBeUndefined();
    expect(storage.find('StorageAccount', 'properties.enableHttpsTrafficOnly')).toBeUndefined();
    expect(storage.find('StorageAccount', 'properties.networkAcls.defaultAction')?.names).toEqual([
      'networkRuleSet',
      'defaultAction',
    ]);
  });

  it('refuses a model and a package that are not there', async () => {
    expect(() => modelsOf('arm-storage').find('StorageAcount', 'properties')).toThrow(/StorageAcount/);
    await expect(sdkModels('@azure/arm-nothing')).rejects.toThrow(/arm-nothing/);
  });
});
