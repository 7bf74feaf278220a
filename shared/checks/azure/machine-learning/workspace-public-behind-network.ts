import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces behind a network are not open to the public beside it',
  severity: 'medium',
  // Where it was never set, and where public access is off, it opens nothing that public access does not.
  applies: all(
    field('properties.allowPublicAccessWhenBehindVnet').isPresent(),
    field('properties.publicNetworkAccess')
      .absentIs('Enabled', 'Azure Policy 438c38d2: an absent value is non-compliant')
      .isNot('Disabled'),
  ),
  fails: field('properties.allowPublicAccessWhenBehindVnet').is(true),
  why: 'The private endpoint looks like a closed door, while everybody on the internet may still knock at the open one.',
  fix: {
    console: 'Networking › Public access: choose “Disabled”, which clears the flag.',
    cli: 'az ml workspace update --name … --resource-group … --public-network-access Disabled',
    bicep: 'properties: { allowPublicAccessWhenBehindVnet: false }',
    terraform: 'public_network_access_enabled = false',
  },
  source: 'Workspace.allowPublicAccessWhenBehindVnet of @azure/arm-machinelearning; a recorded workspace',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [{ properties: { allowPublicAccessWhenBehindVnet: false } }],
    fail: [
      { properties: { allowPublicAccessWhenBehindVnet: true } },
      { properties: { allowPublicAccessWhenBehindVnet: true, publicNetworkAccess: 'Enabled' } },
    ],
    unknown: [
      { properties: { allowPublicAccessWhenBehindVnet: 'yes' } },
      { properties: { allowPublicAccessWhenBehindVnet: true, publicNetworkAccess: 'UnheardOf' } },
    ],
    notApplicable: [
      { properties: {} },
      { properties: { allowPublicAccessWhenBehindVnet: true, publicNetworkAccess: 'Disabled' } },
    ],
  },
});
