import { type Case, group, permissions, role, subscription } from '../estate.ts';
import {
  azureAIAccountOwner,
  azureAIProjectManager,
  azureAIUser,
  blobContributor,
  blobReader,
  cognitiveServicesContributor,
  computeOperator,
  contributor,
  customVisionDeployment,
  dataScientist,
  owner,
  reader,
  userAccessAdministrator,
  virtualMachineOperator,
} from '../roles.ts';

const DEFINITIONS = 'https://learn.microsoft.com/azure/role-based-access-control/role-definitions';
const CUSTOM = 'https://learn.microsoft.com/azure/role-based-access-control/custom-roles';
const AI_ROLES =
  'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/ai-machine-learning';
const FOUNDRY = 'https://learn.microsoft.com/azure/ai-foundry/concepts/rbac-azure-ai-foundry';

const storage = `${group('data')}/providers/Microsoft.Storage/storageAccounts/claims`;
const container = `${storage}/blobServices/default/containers/raw`;
const workspace = `${group('ml')}/providers/Microsoft.MachineLearningServices/workspaces/pricing`;
const account = `${group('ai')}/providers/Microsoft.CognitiveServices/accounts/assistant`;

const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const EXPORTS = 'Microsoft.CostManagement/exports';

const ofRole = (
  says: string,
  page: string,
  assigned: Parameters<typeof role>[1],
  permission: string,
  access: 'yes' | 'no' | 'conditional',
): Case => ({
  says,
  page,
  estate: { assigned: [{ who: 'Alice', role: role('custom', assigned), at: subscription }] },
  asks: { permission, resource: subscription },
  answers: { Alice: access },
});

const cases: readonly Case[] = [
  {
    says: 'an Owner of the subscription reads, writes and deletes containers',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: owner, at: subscription }] },
    asks: {
      permission: 'Microsoft.Storage/storageAccounts/blobServices/containers/write',
      resource: storage,
    },
    answers: { Alice: 'yes' },
  },
  {
    says: 'an Owner does not read the blobs in a container',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: owner, at: subscription }] },
    asks: { permission: `${BLOBS}/read`, resource: container },
    answers: { Alice: 'no' },
  },
  {
    says: 'an Owner retrieves the keys of the storage account instead',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: owner, at: subscription }] },
    asks: { permission: 'Microsoft.Storage/storageAccounts/listKeys/action', resource: storage },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Storage Blob Data Contributor at the account writes its blobs',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Bob', role: blobContributor, at: storage }] },
    asks: { permission: `${BLOBS}/write`, resource: container },
    answers: { Bob: 'yes' },
  },
  {
    says: 'a Storage Blob Data Contributor writes containers too',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Bob', role: blobContributor, at: storage }] },
    asks: {
      permission: 'Microsoft.Storage/storageAccounts/blobServices/containers/write',
      resource: storage,
    },
    answers: { Bob: 'yes' },
  },
  {
    says: 'a Storage Blob Data Contributor is restricted to what the role lists',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Bob', role: blobContributor, at: storage }] },
    asks: { permission: 'Microsoft.Storage/storageAccounts/listKeys/action', resource: storage },
    answers: { Bob: 'no' },
  },
  {
    says: 'a Storage Blob Data Reader reads blobs',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Bob', role: blobReader, at: storage }] },
    asks: { permission: `${BLOBS}/read`, resource: container },
    answers: { Bob: 'yes' },
  },
  {
    says: 'a Storage Blob Data Reader writes none',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Bob', role: blobReader, at: storage }] },
    asks: { permission: `${BLOBS}/write`, resource: container },
    answers: { Bob: 'no' },
  },
  {
    says: 'a Reader of the subscription sees the storage account',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: reader, at: subscription }] },
    asks: { permission: 'Microsoft.Storage/storageAccounts/read', resource: storage },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Reader of the subscription does not see the data in it',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: reader, at: subscription }] },
    asks: { permission: `${BLOBS}/read`, resource: container },
    answers: { Alice: 'no' },
  },
  {
    says: 'a Contributor manages everything',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: contributor, at: subscription }] },
    asks: { permission: 'Microsoft.MachineLearningServices/workspaces/write', resource: workspace },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Contributor does not manage access',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: contributor, at: subscription }] },
    asks: { permission: 'Microsoft.Authorization/roleAssignments/write', resource: workspace },
    answers: { Alice: 'no' },
  },
  {
    says: 'a Contributor does not assign blueprints',
    page: DEFINITIONS,
    estate: { assigned: [{ who: 'Alice', role: contributor, at: subscription }] },
    asks: { permission: 'Microsoft.Blueprint/blueprintAssignments/delete', resource: subscription },
    answers: { Alice: 'no' },
  },
  {
    says: 'NotActions is no deny rule: a second role grants what the first leaves out',
    page: DEFINITIONS,
    estate: {
      assigned: [
        { who: 'Alice', role: contributor, at: subscription },
        { who: 'Alice', role: userAccessAdministrator, at: subscription },
      ],
    },
    asks: { permission: 'Microsoft.Authorization/roleAssignments/write', resource: workspace },
    answers: { Alice: 'yes' },
  },
  ...['action', 'read', 'write', 'delete', 'run/action'].map((operation) =>
    ofRole(
      `exports/* stands for exports/${operation}`,
      CUSTOM,
      { actions: [`${EXPORTS}/*`] },
      `${EXPORTS}/${operation}`,
      'yes',
    ),
  ),
  ofRole(
    'NotActions takes exports/delete out of exports/*',
    DEFINITIONS,
    { actions: [`${EXPORTS}/*`], notActions: [`${EXPORTS}/delete`] },
    `${EXPORTS}/delete`,
    'no',
  ),
  ofRole(
    'and leaves exports/run/action in',
    DEFINITIONS,
    { actions: [`${EXPORTS}/*`], notActions: [`${EXPORTS}/delete`] },
    `${EXPORTS}/run/action`,
    'yes',
  ),
  ofRole(
    'messages/* stands for messages/process/action',
    DEFINITIONS,
    { dataActions: ['Microsoft.Storage/storageAccounts/queueServices/queues/messages/*'] },
    'Microsoft.Storage/storageAccounts/queueServices/queues/messages/process/action',
    'yes',
  ),
  ofRole(
    'NotDataActions takes messages/delete out of messages/*',
    DEFINITIONS,
    {
      dataActions: ['Microsoft.Storage/storageAccounts/queueServices/queues/messages/*'],
      notDataActions: ['Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete'],
    },
    'Microsoft.Storage/storageAccounts/queueServices/queues/messages/delete',
    'no',
  ),
  ofRole(
    '*/read reads every type of every provider',
    DEFINITIONS,
    { actions: ['*/read'] },
    'Microsoft.Search/searchServices/read',
    'yes',
  ),
  ofRole(
    '*/read writes nothing',
    DEFINITIONS,
    { actions: ['*/read'] },
    'Microsoft.Search/searchServices/write',
    'no',
  ),
  ofRole(
    'Microsoft.Compute/* is about that provider alone',
    DEFINITIONS,
    { actions: ['Microsoft.Compute/*'] },
    'Microsoft.Network/virtualNetworks/read',
    'no',
  ),
  ofRole(
    'virtualMachines/* stands for their child types',
    DEFINITIONS,
    { actions: ['Microsoft.Compute/virtualMachines/*'] },
    'Microsoft.Compute/virtualMachines/extensions/write',
    'yes',
  ),
  ofRole(
    'permission strings know no letter case',
    CUSTOM,
    { actions: ['microsoft.web/sites/restart/Action'] },
    'Microsoft.Web/sites/Restart/action',
    'yes',
  ),
  {
    says: 'a Virtual Machine Operator restarts machines',
    page: CUSTOM,
    estate: { assigned: [{ who: 'Alice', role: virtualMachineOperator, at: subscription }] },
    asks: { permission: 'Microsoft.Compute/virtualMachines/restart/action', resource: subscription },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Virtual Machine Operator deletes none',
    page: CUSTOM,
    estate: { assigned: [{ who: 'Alice', role: virtualMachineOperator, at: subscription }] },
    asks: { permission: 'Microsoft.Compute/virtualMachines/delete', resource: subscription },
    answers: { Alice: 'no' },
  },
  {
    says: 'an AzureML Data Scientist submits jobs',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: dataScientist, at: workspace }] },
    asks: { permission: 'Microsoft.MachineLearningServices/workspaces/jobs/write', resource: workspace },
    answers: { Alice: 'yes' },
  },
  {
    says: 'an AzureML Data Scientist does not modify the workspace itself',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: dataScientist, at: workspace }] },
    asks: { permission: 'Microsoft.MachineLearningServices/workspaces/write', resource: workspace },
    answers: { Alice: 'no' },
  },
  {
    says: 'that an AzureML Data Scientist creates no compute is in the description, and not in the letter of the patterns',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: dataScientist, at: workspace }] },
    asks: { permission: 'Microsoft.MachineLearningServices/workspaces/computes/write', resource: workspace },
    answers: { Alice: 'conditional' },
  },
  {
    says: 'an AzureML Data Scientist does not list the keys of computes',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: dataScientist, at: workspace }] },
    asks: {
      permission: 'Microsoft.MachineLearningServices/workspaces/computes/listKeys/action',
      resource: workspace,
    },
    answers: { Alice: 'no' },
  },
  {
    says: 'an AzureML Data Scientist reads the secrets of datastores',
    page: 'https://learn.microsoft.com/azure/machine-learning/how-to-administrate-data-authentication',
    estate: { assigned: [{ who: 'Alice', role: dataScientist, at: workspace }] },
    asks: {
      permission: 'Microsoft.MachineLearningServices/workspaces/datastores/listsecrets/action',
      resource: workspace,
    },
    answers: { Alice: 'yes' },
  },
  {
    says: 'an AzureML Compute Operator creates compute',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: computeOperator, at: workspace }] },
    asks: { permission: 'Microsoft.MachineLearningServices/workspaces/computes/write', resource: workspace },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Cognitive Services Contributor manages keys',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: cognitiveServicesContributor, at: account }] },
    asks: { permission: 'Microsoft.CognitiveServices/accounts/listKeys/action', resource: account },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Cognitive Services Contributor has no data actions',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: cognitiveServicesContributor, at: account }] },
    asks: {
      permission: 'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action',
      resource: account,
    },
    answers: { Alice: 'no' },
  },
  {
    says: 'a Custom Vision deployer exports the iterations of a model',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: customVisionDeployment, at: account }] },
    asks: {
      permission: 'Microsoft.CognitiveServices/accounts/CustomVision/projects/iterations/export/action',
      resource: account,
    },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a Custom Vision deployer does not export a project, which NotDataActions takes away',
    page: AI_ROLES,
    estate: { assigned: [{ who: 'Alice', role: customVisionDeployment, at: account }] },
    asks: {
      permission: 'Microsoft.CognitiveServices/accounts/CustomVision/projects/export/read',
      resource: account,
    },
    answers: { Alice: 'no' },
  },
  {
    says: 'an Azure AI User lists the keys of the account',
    page: FOUNDRY,
    estate: { assigned: [{ who: 'Alice', role: azureAIUser, at: account }] },
    asks: { permission: 'Microsoft.CognitiveServices/accounts/listKeys/action', resource: account },
    answers: { Alice: 'yes' },
  },
  {
    says: 'an Azure AI User builds in a project with its data actions',
    page: FOUNDRY,
    estate: { assigned: [{ who: 'Alice', role: azureAIUser, at: account }] },
    asks: { permission: 'Microsoft.CognitiveServices/accounts/AIServices/agents/write', resource: account },
    answers: { Alice: 'yes' },
  },
  {
    says: 'an Azure AI User creates no accounts',
    page: FOUNDRY,
    estate: { assigned: [{ who: 'Alice', role: azureAIUser, at: group('ai') }] },
    asks: { permission: 'Microsoft.CognitiveServices/accounts/write', resource: account },
    answers: { Alice: 'no' },
  },
  {
    says: 'an Azure AI Account Owner manages models',
    page: FOUNDRY,
    estate: { assigned: [{ who: 'Alice', role: azureAIAccountOwner, at: account }] },
    asks: { permission: 'Microsoft.CognitiveServices/accounts/deployments/write', resource: account },
    answers: { Alice: 'yes' },
  },
  {
    says: 'an Azure AI Account Owner has no data actions',
    page: FOUNDRY,
    estate: { assigned: [{ who: 'Alice', role: azureAIAccountOwner, at: account }] },
    asks: { permission: 'Microsoft.CognitiveServices/accounts/AIServices/agents/write', resource: account },
    answers: { Alice: 'no' },
  },
  ...[azureAIAccountOwner, azureAIProjectManager].flatMap((delegate): Case[] => [
    {
      says: `an ${delegate.name} assigns Azure AI User`,
      page: FOUNDRY,
      estate: { assigned: [{ who: 'Alice', role: delegate, at: account }] },
      asks: {
        permission: 'Microsoft.Authorization/roleAssignments/write',
        resource: account,
        context: {
          '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]': [
            '53ca6127-db72-4b80-b1b0-d745d6d5456d',
          ],
        },
      },
      answers: { Alice: 'yes' },
    },
    {
      says: `an ${delegate.name} assigns no other role, Owner for one`,
      page: FOUNDRY,
      estate: { assigned: [{ who: 'Alice', role: delegate, at: account }] },
      asks: {
        permission: 'Microsoft.Authorization/roleAssignments/write',
        resource: account,
        context: {
          '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]': [
            '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
          ],
        },
      },
      answers: { Alice: 'no' },
    },
    {
      says: `whether an ${delegate.name} may assign a role depends on which`,
      page: FOUNDRY,
      estate: { assigned: [{ who: 'Alice', role: delegate, at: account }] },
      asks: { permission: 'Microsoft.Authorization/roleAssignments/write', resource: account },
      answers: { Alice: 'conditional' },
    },
  ]),
  {
    says: 'an Owner assigns any role to anybody',
    page: FOUNDRY,
    estate: { assigned: [{ who: 'Alice', role: owner, at: account }] },
    asks: { permission: 'Microsoft.Authorization/roleAssignments/write', resource: account },
    answers: { Alice: 'yes' },
  },
  {
    says: 'of a role that was not read nothing is said',
    page: DEFINITIONS,
    estate: {
      assigned: [{ who: 'Alice', role: { name: 'unknown', permissions: 'unread' }, at: subscription }],
    },
    asks: { permission: 'Microsoft.Search/searchServices/write', resource: subscription },
    answers: { Alice: 'conditional' },
  },
  {
    says: 'one set of permissions grants what another leaves out',
    page: DEFINITIONS,
    estate: {
      assigned: [
        {
          who: 'Alice',
          role: {
            name: 'two sets',
            permissions: [
              permissions({ actions: [`${EXPORTS}/*`], notActions: [`${EXPORTS}/delete`] }),
              permissions({ actions: [`${EXPORTS}/delete`] }),
            ],
          },
          at: subscription,
        },
      ],
    },
    asks: { permission: `${EXPORTS}/delete`, resource: subscription },
    answers: { Alice: 'yes' },
  },
];

export default cases;
