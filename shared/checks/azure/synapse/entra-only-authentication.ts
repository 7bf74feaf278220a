import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces accept Microsoft Entra identities alone',
  severity: 'medium',
  fails: field('properties.azureADOnlyAuthentication')
    .absentIs(false, 'Workspace.azureADOnlyAuthentication of @azure/arm-synapse: what enables it')
    .isNot(true),
  why: 'A SQL login is a name and a password that no conditional access and no second factor stand before.',
  fix: {
    console: 'Settings › Microsoft Entra ID: support only Microsoft Entra authentication.',
    cli: 'az synapse ad-only-auth enable --workspace-name … --resource-group …',
    bicep: 'properties: { azureADOnlyAuthentication: true }',
    terraform: 'azuread_authentication_only = true',
  },
  source: 'Workspace.azureADOnlyAuthentication of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0055'] },
  peers: { union: ['azure.synapse.ad-auth'], cloudsploit: ['synapseWorkspaceAdAuthEnabled'] },
  examples: {
    pass: [{ properties: { azureADOnlyAuthentication: true } }],
    fail: [{ properties: {} }, { properties: { azureADOnlyAuthentication: false } }],
    unknown: [{}, { properties: { azureADOnlyAuthentication: 'perhaps' } }],
  },
});
