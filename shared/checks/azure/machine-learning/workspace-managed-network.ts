import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { isNoProject } from './projects.ts';

export default check(mlWorkspace, {
  title: 'Computes of Machine Learning workspaces call only approved hosts',
  severity: 'medium',
  applies: isNoProject,
  fails: field('properties.managedNetwork.isolationMode')
    .absentIs('Disabled', 'Azure Policy 6ddb1705: an absent value is not the approved mode')
    .isNot('AllowOnlyApprovedOutbound'),
  why: 'Training code and notebooks can send data and models to any host on the internet.',
  fix: {
    console:
      'Networking › Workspace managed outbound access: “Allow only approved outbound”. A project follows its hub.',
    cli: 'az ml workspace update --name … --resource-group … --managed-network allow_only_approved_outbound',
    bicep: "properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } }",
    terraform: 'managed_network { isolation_mode = "AllowOnlyApprovedOutbound" }',
  },
  source: 'managedNetwork.isolationMode on recorded workspaces; Azure Policy 6ddb1705',
  frameworks: { 'azure-policy': ['6ddb1705-c8cf-450e-aa4b-19ad6703c440'], 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['azure.ml.workspace-outbound-mode'] },
  examples: {
    pass: [
      { kind: 'Default', properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } } },
    ],
    fail: [
      { properties: {} },
      { kind: 'Hub', properties: { managedNetwork: { isolationMode: 'Disabled' } } },
      { kind: 'Default', properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } } },
    ],
    unknown: [{}, { properties: { managedNetwork: { isolationMode: 'UnheardOf' } } }],
    notApplicable: [{ kind: 'Project', properties: {} }],
  },
});
