import { role } from './estate.ts';

/** Built-in roles, with the permissions that https://learn.microsoft.com/azure/role-based-access-control/built-in-roles lists. */
export const owner = role('Owner', { actions: ['*'] });

export const contributor = role('Contributor', {
  actions: ['*'],
  notActions: [
    'Microsoft.Authorization/*/Delete',
    'Microsoft.Authorization/*/Write',
    'Microsoft.Authorization/elevateAccess/Action',
    'Microsoft.Blueprint/blueprintAssignments/write',
    'Microsoft.Blueprint/blueprintAssignments/delete',
  ],
});

export const reader = role('Reader', { actions: ['*/read'] });

export const userAccessAdministrator = role('User Access Administrator', {
  actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
});

export const accessAdministrator = role('Role Based Access Control Administrator', {
  actions: [
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Authorization/roleAssignments/delete',
    '*/read',
    'Microsoft.Support/*',
  ],
});

export const blobReader = role('Storage Blob Data Reader', {
  actions: [
    'Microsoft.Storage/storageAccounts/blobServices/containers/read',
    'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
  ],
  dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'],
});

export const blobContributor = role('Storage Blob Data Contributor', {
  actions: [
    'Microsoft.Storage/storageAccounts/blobServices/containers/delete',
    'Microsoft.Storage/storageAccounts/blobServices/containers/read',
    'Microsoft.Storage/storageAccounts/blobServices/containers/write',
    'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
  ],
  dataActions: [
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/move/action',
    'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
  ],
});

export const dataScientist = role('AzureML Data Scientist', {
  actions: [
    'Microsoft.MachineLearningServices/workspaces/*/read',
    'Microsoft.MachineLearningServices/workspaces/*/action',
    'Microsoft.MachineLearningServices/workspaces/*/delete',
    'Microsoft.MachineLearningServices/workspaces/*/write',
  ],
  notActions: [
    'Microsoft.MachineLearningServices/workspaces/delete',
    'Microsoft.MachineLearningServices/workspaces/write',
    'Microsoft.MachineLearningServices/workspaces/computes/*/write',
    'Microsoft.MachineLearningServices/workspaces/computes/*/delete',
    'Microsoft.MachineLearningServices/workspaces/computes/listKeys/action',
    'Microsoft.MachineLearningServices/workspaces/listKeys/action',
    'Microsoft.MachineLearningServices/workspaces/hubs/write',
    'Microsoft.MachineLearningServices/workspaces/hubs/delete',
    'Microsoft.MachineLearningServices/workspaces/featurestores/write',
    'Microsoft.MachineLearningServices/workspaces/featurestores/delete',
  ],
});

export const computeOperator = role('AzureML Compute Operator', {
  actions: [
    'Microsoft.MachineLearningServices/workspaces/computes/*',
    'Microsoft.MachineLearningServices/workspaces/notebooks/vm/*',
  ],
});

export const cognitiveServicesContributor = role('Cognitive Services Contributor', {
  actions: ['Microsoft.Authorization/*/read', 'Microsoft.CognitiveServices/*', 'Microsoft.Support/*'],
});

export const customVisionDeployment = role('Cognitive Services Custom Vision Deployment', {
  actions: ['Microsoft.CognitiveServices/*/read'],
  dataActions: [
    'Microsoft.CognitiveServices/accounts/CustomVision/*/read',
    'Microsoft.CognitiveServices/accounts/CustomVision/projects/predictions/*',
    'Microsoft.CognitiveServices/accounts/CustomVision/projects/iterations/publish/*',
    'Microsoft.CognitiveServices/accounts/CustomVision/projects/iterations/export/*',
    'Microsoft.CognitiveServices/accounts/CustomVision/projects/quicktest/*',
    'Microsoft.CognitiveServices/accounts/CustomVision/classify/*',
    'Microsoft.CognitiveServices/accounts/CustomVision/detect/*',
  ],
  notDataActions: ['Microsoft.CognitiveServices/accounts/CustomVision/projects/export/read'],
});

const AZURE_AI_USER = '53ca6127-db72-4b80-b1b0-d745d6d5456d';

/** That who has it assigns and takes away the role Azure AI User only. */
const assignsAzureAIUserOnly = `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${AZURE_AI_USER}})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${AZURE_AI_USER}}))`;

/** https://learn.microsoft.com/azure/ai-foundry/concepts/rbac-azure-ai-foundry */
export const azureAIUser = role('Azure AI User', {
  actions: [
    'Microsoft.CognitiveServices/*/read',
    'Microsoft.CognitiveServices/accounts/listkeys/action',
    'Microsoft.Resources/deployments/*',
  ],
  dataActions: ['Microsoft.CognitiveServices/*'],
});

export const azureAIProjectManager = role('Azure AI Project Manager', {
  actions: [
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Authorization/roleAssignments/delete',
    'Microsoft.CognitiveServices/accounts/*/read',
    'Microsoft.CognitiveServices/accounts/projects/*',
    'Microsoft.CognitiveServices/locations/*/read',
    'Microsoft.Authorization/*/read',
  ],
  dataActions: ['Microsoft.CognitiveServices/*'],
  condition: assignsAzureAIUserOnly,
});

export const azureAIAccountOwner = role('Azure AI Account Owner', {
  actions: [
    'Microsoft.Authorization/*/read',
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Authorization/roleAssignments/delete',
    'Microsoft.CognitiveServices/*',
  ],
  condition: assignsAzureAIUserOnly,
});

/** https://learn.microsoft.com/azure/role-based-access-control/custom-roles */
export const virtualMachineOperator = role('Virtual Machine Operator', {
  actions: [
    'Microsoft.Storage/*/read',
    'Microsoft.Network/*/read',
    'Microsoft.Compute/*/read',
    'Microsoft.Compute/virtualMachines/start/action',
    'Microsoft.Compute/virtualMachines/restart/action',
  ],
});
