import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { lacksApprovedEndpoint } from '../private-endpoints.ts';

const approved = {
  privateEndpointConnections: [{ properties: { privateLinkServiceConnectionState: { status: 'Approved' } } }],
};

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces behind private endpoints keep to the API that the endpoints cover',
  severity: 'informational',
  byDefault: 'off',
  applies: not(
    lacksApprovedEndpoint(
      'Azure Policy 45e05259 counts approved connections, of which an absent list has none',
    ),
  ),
  fails: field('properties.v1LegacyMode')
    .absentIs(false, 'Azure Policy e413671a: an absent value is not the legacy mode')
    .isNot(true),
  why: 'The second version of the API sends what jobs and models are called over public addresses of Azure Resource Manager.',
  fix: {
    console:
      'It is set by the command line alone; leave it off where that is no worry, for it takes the second version away.',
    cli: 'az ml workspace update --name … --resource-group … --set v1_legacy_mode=true',
    bicep: 'properties: { v1LegacyMode: true }',
    terraform: 'v1_legacy_mode_enabled = true',
  },
  source:
    'Workspace.v1LegacyMode of @azure/arm-machinelearning; https://learn.microsoft.com/azure/machine-learning/how-to-configure-network-isolation-with-v2',
  frameworks: { 'azure-policy': ['e413671a-dd10-4cc1-a943-45b598596cb7'], 'mitre-atlas': ['AML.T0049'] },
  peers: { union: ['azure.ml.workspace-v1-legacy-mode'] },
  examples: {
    pass: [{ properties: { ...approved, v1LegacyMode: true } }],
    fail: [{ properties: approved }, { properties: { ...approved, v1LegacyMode: false } }],
    unknown: [{}, { properties: { ...approved, v1LegacyMode: 'yes' } }],
    notApplicable: [{ properties: { v1LegacyMode: false } }],
  },
});
