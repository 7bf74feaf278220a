import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces use an identity that you chose',
  severity: 'low',
  fails: field('properties.primaryUserAssignedIdentity').isEmpty(),
  why: 'The system-assigned identity is granted Contributor on the resource group by default; one of your own gets only what it needs.',
  fix: {
    console: 'Recreate the workspace with a user-assigned identity.',
    cli: 'az ml workspace update --name … --resource-group … --primary-user-assigned-identity <identity id>',
    bicep: "identity: { type: 'UserAssigned', … }, properties: { primaryUserAssignedIdentity: identity.id }",
    terraform: 'primary_user_assigned_identity = azurerm_user_assigned_identity.ml.id',
  },
  source: 'Workspace.primaryUserAssignedIdentity of @azure/arm-machinelearning; Azure Policy 5f0c7d88',
  frameworks: { 'azure-policy': ['5f0c7d88-c7de-45b8-ac49-db49e72eaa78'] },
  peers: { union: ['azure.ml.workspace-no-uami'] },
  examples: {
    pass: [{ properties: { primaryUserAssignedIdentity: '/subscriptions/…/userAssignedIdentities/ml' } }],
    fail: [{ properties: {} }, { properties: { primaryUserAssignedIdentity: '' } }],
    unknown: [{}, { properties: { primaryUserAssignedIdentity: 7 } }],
  },
});
