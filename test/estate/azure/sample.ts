import type { JsonObject } from '#shared/model/json.ts';
import type { AzureDescription } from '../description.ts';
import { child } from './child.ts';
import { assignment, builtInRoles, customRole } from './roles.ts';
import { bots } from './services/bot-service.ts';
import { registries } from './services/container-registry.ts';
import { databricksWorkspaces } from './services/databricks.ts';
import { defenderPlans } from './services/defender.ts';
import { foundryResources } from './services/foundry.ts';
import { identities } from './services/identities.ts';
import { vaults } from './services/key-vault.ts';
import { learning } from './services/machine-learning.ts';
import { offeredModels } from './services/models.ts';
import { perimeters } from './services/perimeters.ts';
import { policies } from './services/policy.ts';
import { searchServices } from './services/search.ts';
import { storageAccounts } from './services/storage.ts';
import { synapseWorkspaces } from './services/synapse.ts';

export const SUBSCRIPTION = '00000000-0000-0000-0000-00000000a001';
export const TENANT = '00000000-0000-0000-0000-0000000000e1';

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ai`;
const COGNITIVE = 'Microsoft.CognitiveServices/accounts';
const LEARNING = 'Microsoft.MachineLearningServices/workspaces';
export const ACCOUNTS = ['open', 'closed', 'speech', 'foundry'].map(
  (name) => `${GROUP}/providers/${COGNITIVE}/${name}`,
) as [string, string, string, string];
export const WORKSPACES = ['lab', 'vault'].map((name) => `${GROUP}/providers/${LEARNING}/${name}`) as [
  string,
  string,
];

const [OPEN, CLOSED, SPEECH, FOUNDRY] = ACCOUNTS;
const [LAB, VAULT] = WORKSPACES;

const filter = (name: string, source: string, rest: JsonObject = {}): JsonObject => ({
  name,
  source,
  enabled: true,
  blocking: true,
  ...rest,
});

const harms = (rest: JsonObject = {}): JsonObject[] =>
  ['Hate', 'Sexual', 'Violence', 'Selfharm'].flatMap((name) =>
    ['Prompt', 'Completion'].map((source) => filter(name, source, { severityThreshold: 'Medium', ...rest })),
  );

const accounts: JsonObject[] = [
  {
    id: OPEN,
    name: 'open',
    type: COGNITIVE,
    kind: 'OpenAI',
    location: 'eastus',
    tags: { owner: 'sam' },
    properties: {
      publicNetworkAccess: 'Enabled',
      privateEndpointConnections: [],
      apiProperties: { storageAccountConnectionString: 'DefaultEndpointsProtocol=https;AccountKey=abcdefgh' },
      capabilities: [{ name: 'ContentLogging', value: 'false' }],
      abusePenalty: { action: 'Throttle' },
    },
  },
  {
    id: CLOSED,
    name: 'closed',
    type: COGNITIVE,
    kind: 'OpenAI',
    location: 'westeurope',
    identity: { type: 'SystemAssigned', principalId: '00000000-0000-0000-0000-0000000000c1' },
    properties: {
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Deny', bypass: 'None', ipRules: [{ value: '203.0.113.0/24' }] },
      disableLocalAuth: true,
      restrictOutboundNetworkAccess: true,
      allowedFqdnList: ['data.example.com'],
      storedCompletionsDisabled: true,
      customSubDomainName: 'closed',
      userOwnedStorage: [{ resourceId: `${GROUP}/providers/Microsoft.Storage/storageAccounts/files` }],
      encryption: {
        keySource: 'Microsoft.KeyVault',
        keyVaultProperties: { keyVaultUri: 'https://v.vault.azure.net' },
      },
      privateEndpointConnections: [
        { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
      ],
      capabilities: [{ name: 'VirtualNetworks' }],
    },
  },
  { id: SPEECH, name: 'speech', type: COGNITIVE, kind: 'SpeechServices', location: 'eastus', properties: {} },
  {
    id: FOUNDRY,
    name: 'foundry',
    type: COGNITIVE,
    kind: 'AIServices',
    location: 'eastus',
    identity: {
      type: 'UserAssigned',
      userAssignedIdentities: {
        [`${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/agents`]: {},
      },
    },
    properties: {
      allowProjectManagement: true,
      networkInjections: [{ scenario: 'agent', subnetArmId: `${GROUP}/subnet` }],
    },
  },
];

const ofAccounts: JsonObject[] = [
  child(OPEN, 'deployments', 'chat', {
    properties: {
      model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' },
      raiPolicyName: 'lax',
      versionUpgradeOption: 'NoAutoUpgrade',
    },
  }),
  child(OPEN, 'deployments', 'bare', {
    properties: { model: { format: 'OpenAI', name: 'ada', version: '1' } },
  }),
  child(CLOSED, 'deployments', 'chat', {
    properties: {
      model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' },
      raiPolicyName: 'strict',
      versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
    },
  }),
  child(OPEN, 'raiPolicies', 'lax', {
    properties: {
      type: 'UserManaged',
      mode: 'Asynchronous_filter',
      basePolicyName: 'Microsoft.Default',
      contentFilters: [
        ...harms({ severityThreshold: 'High' }),
        filter('Jailbreak', 'Prompt', { blocking: false }),
      ],
      customBlocklists: [{ blocklistName: 'words', blocking: false, source: 'Prompt' }],
    },
  }),
  child(OPEN, 'raiBlocklists', 'words', { properties: { description: 'names of our products' } }),
  child(CLOSED, 'raiPolicies', 'strict', {
    properties: {
      type: 'UserManaged',
      mode: 'Blocking',
      basePolicyName: 'Microsoft.DefaultV2',
      contentFilters: [
        ...harms(),
        filter('Jailbreak', 'Prompt'),
        filter('Indirect Attack', 'Prompt'),
        filter('Protected Material Text', 'Completion'),
        filter('Protected Material Code', 'Completion'),
      ],
    },
  }),
  child(CLOSED, 'defenderForAISettings', 'Default', { properties: { state: 'Enabled' } }),
  ...[CLOSED, VAULT].map((id) => ({
    id: `${id}/providers/Microsoft.Insights/diagnosticSettings/all`,
    name: 'all',
    type: 'Microsoft.Insights/diagnosticSettings',
    properties: {
      workspaceId: `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs`,
      logs: [{ categoryGroup: 'allLogs', enabled: true }],
    },
  })),
];

const workspaces: JsonObject[] = [
  {
    id: LAB,
    name: 'lab',
    type: LEARNING,
    kind: 'Default',
    location: 'eastus',
    identity: { type: 'SystemAssigned' },
    properties: {
      publicNetworkAccess: 'Enabled',
      managedNetwork: { isolationMode: 'Disabled' },
      hbiWorkspace: false,
      allowPublicAccessWhenBehindVnet: true,
      serverlessComputeSettings: { serverlessComputeCustomSubnet: `${GROUP}/subnet` },
      enableDataIsolation: false,
      storageAccount: `${GROUP}/providers/Microsoft.Storage/storageAccounts/lab`,
      keyVault: `${GROUP}/providers/Microsoft.KeyVault/vaults/lab`,
      containerRegistry: `${GROUP}/providers/Microsoft.ContainerRegistry/registries/lab`,
      sdkTelemetryAppInsightsKey: '00000000-0000-0000-0000-00000000aaaa',
    },
  },
  {
    id: VAULT,
    name: 'vault',
    type: LEARNING,
    kind: 'Default',
    location: 'westeurope',
    tags: { owner: 'sam' },
    identity: {
      type: 'UserAssigned',
      userAssignedIdentities: {
        [`${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ml`]: {},
      },
    },
    properties: {
      publicNetworkAccess: 'Disabled',
      managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
      encryption: { status: 'Enabled' },
      hbiWorkspace: true,
      v1LegacyMode: true,
      serverlessComputeSettings: {
        serverlessComputeCustomSubnet: `${GROUP}/subnet`,
        serverlessComputeNoPublicIP: true,
      },
      // As Resource Manager answers ids: in whichever letter case they were given.
      storageAccount: `${GROUP}/providers/microsoft.storage/storageaccounts/Vault`,
      containerRegistry: `${GROUP}/providers/Microsoft.ContainerRegistry/Registries/vault`,
      systemDatastoresAuthMode: 'identity',
      primaryUserAssignedIdentity: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ml`,
      privateEndpointConnections: [
        { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
      ],
    },
  },
];

const LAB_ENDPOINT = `${LAB}/onlineEndpoints/score`;
const VAULT_ENDPOINT = `${VAULT}/onlineEndpoints/score`;

const ofWorkspaces: JsonObject[] = [
  child(LAB, 'onlineEndpoints', 'score', {
    location: 'eastus',
    properties: { authMode: 'Key', publicNetworkAccess: 'Enabled' },
  }),
  child(VAULT, 'onlineEndpoints', 'score', {
    location: 'westeurope',
    properties: { authMode: 'AADToken', publicNetworkAccess: 'Disabled' },
  }),
  child(LAB_ENDPOINT, 'deployments', 'blue', {
    location: 'eastus',
    properties: {
      endpointComputeType: 'Managed',
      egressPublicNetworkAccess: 'Enabled',
      appInsightsEnabled: false,
      environmentVariables: { HF_TOKEN: `hf_${'a'.repeat(34)}`, MODE: 'fast' },
      model: 'azureml://registries/HuggingFace/models/some-model/versions/3',
      environmentId: 'azureml://registries/azureml/environments/sklearn/labels/latest',
    },
  }),
  child(VAULT_ENDPOINT, 'deployments', 'blue', {
    location: 'westeurope',
    properties: {
      endpointComputeType: 'Managed',
      egressPublicNetworkAccess: 'Disabled',
      appInsightsEnabled: true,
      environmentVariables: { MODE: 'fast' },
      model: `${VAULT}/models/m/versions/1`,
      environmentId: `${VAULT}/environments/e/versions/1`,
    },
  }),
  child(LAB, 'computes', 'desk', {
    location: 'eastus',
    properties: {
      computeType: 'ComputeInstance',
      disableLocalAuth: false,
      properties: {
        applicationSharingPolicy: 'Shared',
        sshSettings: { sshPublicAccess: 'Enabled' },
        enableNodePublicIp: true,
        osImageMetadata: { isLatestOsImageVersion: false },
        customServices: [
          {
            name: 'rstudio',
            docker: { privileged: true },
            image: { reference: 'ghcr.io/x/y:latest' },
            environmentVariables: { HF_TOKEN: { type: 'local', value: `hf_${'b'.repeat(34)}` } },
          },
        ],
        setupScripts: { scripts: { startupScript: { scriptSource: 'inline', scriptData: 'ZWNobyBoaQ==' } } },
      },
    },
  }),
  child(LAB, 'computes', 'crowd', {
    location: 'eastus',
    properties: {
      computeType: 'AmlCompute',
      properties: {
        remoteLoginPortPublicAccess: 'NotSpecified',
        scaleSettings: { minNodeCount: 2, maxNodeCount: 4 },
      },
    },
  }),
  child(LAB, 'computes', 'k8s', { location: 'eastus', properties: { computeType: 'AKS' } }),
  child(VAULT, 'computes', 'desk', {
    location: 'westeurope',
    properties: {
      computeType: 'ComputeInstance',
      disableLocalAuth: true,
      properties: {
        applicationSharingPolicy: 'Personal',
        enableSSO: false,
        sshSettings: { sshPublicAccess: 'Disabled' },
        enableNodePublicIp: false,
        idleTimeBeforeShutdown: 'PT30M',
        osImageMetadata: { isLatestOsImageVersion: true },
      },
    },
  }),
];

const AUDITOR = '00000000-0000-0000-0000-00000000ca01';
const assigned = (
  name: string,
  scope: string,
  role: string,
  principalType: 'User' | 'ServicePrincipal' | 'ForeignGroup',
) =>
  assignment({
    subscription: SUBSCRIPTION,
    scope,
    role,
    principalType,
    principalId: `principal-of-${name}`,
    name,
  });

const roles: JsonObject[] = [
  ...builtInRoles(SUBSCRIPTION),
  customRole(SUBSCRIPTION, AUDITOR, 'Model auditor', { actions: ['Microsoft.CognitiveServices/*'] }),
  assigned('a1', `/subscriptions/${SUBSCRIPTION}`, 'Owner', 'ServicePrincipal'),
  assigned('a2', `/subscriptions/${SUBSCRIPTION}`, 'Reader', 'User'),
  assigned('a3', GROUP, AUDITOR, 'ForeignGroup'),
  assigned('a4', OPEN, 'Cognitive Services User', 'User'),
  assigned('a5', '/providers/Microsoft.Management/managementGroups/ai', 'Contributor', 'ServicePrincipal'),
  assigned('elsewhere', `/subscriptions/${SUBSCRIPTION}/resourceGroups/web`, 'Owner', 'ForeignGroup'),
];

/** One subscription that holds every type, well and badly configured. */
export const sample: AzureDescription = {
  tenantId: TENANT,
  subscriptions: {
    [SUBSCRIPTION]: {
      name: 'Research',
      resources: [
        ...accounts,
        ...ofAccounts,
        ...offeredModels(SUBSCRIPTION),
        ...foundryResources(FOUNDRY, GROUP),
        ...perimeters(GROUP, CLOSED, FOUNDRY),
        ...defenderPlans(SUBSCRIPTION),
        ...workspaces,
        ...ofWorkspaces,
        ...searchServices(GROUP),
        ...bots(GROUP),
        ...databricksWorkspaces(GROUP),
        ...synapseWorkspaces(GROUP),
        ...storageAccounts(GROUP),
        ...vaults(GROUP),
        ...registries(GROUP),
        ...learning(GROUP, LAB, VAULT),
        ...policies(SUBSCRIPTION),
        ...identities(SUBSCRIPTION, GROUP),
        ...roles,
      ],
    },
  },
};
