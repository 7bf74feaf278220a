import { mlRegistry } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlRegistry, {
  title: 'Machine Learning registries are not reachable from the internet',
  severity: 'high',
  fails: field('properties.publicNetworkAccess')
    .absentIs(
      'Enabled',
      'https://learn.microsoft.com/azure/machine-learning/reference-yaml-registry: public_network_access defaults to enabled',
    )
    .isNot('Disabled'),
  why: 'With one stolen token, models that the whole organisation deploys are read and replaced from anywhere.',
  fix: {
    console: 'Networking › Public access: choose “Disabled” and add a private endpoint.',
    cli: 'az ml registry update --name … --resource-group … --set public_network_access=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  source: 'Official example Registries/update, Microsoft.MachineLearningServices 2025-12-01',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0010.003'] },
  peers: { union: ['azure.ml.registry-public-network'], cloudsploit: ['mlRegistryPublicAccess'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{ properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
