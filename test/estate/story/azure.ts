import type { AzureDescription } from '../description.ts';

const SUBSCRIPTION = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/contact-centre/providers`;
const ACCOUNT = `${GROUP}/Microsoft.CognitiveServices/accounts/nl-assistant`;
const VISION = `${GROUP}/Microsoft.CognitiveServices/accounts/nl-vision`;
const WORKSPACE = `${GROUP}/Microsoft.MachineLearningServices/workspaces/nl-pricing`;
const HARDENED = `${GROUP}/Microsoft.MachineLearningServices/workspaces/nl-underwriting`;

const contentFilter = (name: string, source: string, blocking: boolean, severityThreshold?: string) => ({
  name,
  enabled: blocking,
  blocking,
  source,
  ...(severityThreshold ? { severityThreshold } : {}),
});

export const azure: AzureDescription = {
  tenantId: '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a',
  subscriptions: {
    [SUBSCRIPTION]: {
      name: 'contact-centre',
      resources: [
        {
          id: ACCOUNT,
          name: 'nl-assistant',
          type: 'Microsoft.CognitiveServices/accounts',
          kind: 'AIServices',
          location: 'westeurope',
          sku: { name: 'S0' },
          tags: { owner: 'contact-centre' },
          properties: {
            provisioningState: 'Succeeded',
            publicNetworkAccess: 'Enabled',
            endpoint: 'https://nl-assistant.cognitiveservices.azure.com/',
            customSubDomainName: 'nl-assistant',
            capabilities: [{ name: 'VirtualNetworks' }, { name: 'CustomerManagedKey' }],
          },
        },
        {
          id: `${ACCOUNT}/deployments/gpt-live`,
          name: 'gpt-live',
          type: 'Microsoft.CognitiveServices/accounts/deployments',
          sku: { name: 'GlobalStandard', capacity: 200 },
          properties: {
            model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06' },
            versionUpgradeOption: 'NoAutoUpgrade',
            raiPolicyName: 'relaxed',
            provisioningState: 'Succeeded',
          },
        },
        {
          id: `${ACCOUNT}/raiPolicies/relaxed`,
          name: 'relaxed',
          type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
          properties: {
            type: 'UserManaged',
            mode: 'Asynchronous_filter',
            basePolicyName: 'Microsoft.Default',
            contentFilters: ['Prompt', 'Completion'].flatMap((source) => [
              contentFilter('Hate', source, true, 'High'),
              contentFilter('Sexual', source, true, 'High'),
              contentFilter('Violence', source, false, 'High'),
              contentFilter('Selfharm', source, true, 'High'),
            ]),
          },
        },
        {
          id: VISION,
          name: 'nl-vision',
          type: 'Microsoft.CognitiveServices/accounts',
          kind: 'ComputerVision',
          location: 'westeurope',
          sku: { name: 'S1' },
          identity: { type: 'SystemAssigned', principalId: '11111111-2222-4333-8444-555555555555' },
          tags: { owner: 'claims-ml' },
          properties: {
            provisioningState: 'Succeeded',
            publicNetworkAccess: 'Disabled',
            disableLocalAuth: true,
            customSubDomainName: 'nl-vision',
            restrictOutboundNetworkAccess: true,
            allowedFqdnList: ['nordlicht.example'],
            networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
            encryption: {
              keySource: 'Microsoft.KeyVault',
              keyVaultProperties: {
                keyName: 'ai',
                keyVersion: '1',
                keyVaultUri: 'https://nl-keys.vault.azure.net/',
              },
            },
            privateEndpointConnections: [
              {
                id: `${VISION}/privateEndpointConnections/pe1`,
                name: 'pe1',
                properties: { privateLinkServiceConnectionState: { status: 'Approved' } },
              },
            ],
          },
        },
        {
          id: WORKSPACE,
          name: 'nl-pricing',
          type: 'Microsoft.MachineLearningServices/workspaces',
          kind: 'Default',
          location: 'westeurope',
          identity: { type: 'SystemAssigned', principalId: '66666666-7777-4888-8999-aaaaaaaaaaaa' },
          tags: { owner: 'pricing' },
          properties: {
            friendlyName: 'pricing',
            provisioningState: 'Succeeded',
            publicNetworkAccess: 'Enabled',
            hbiWorkspace: false,
            managedNetwork: { isolationMode: 'Disabled' },
            storageAccount: `${GROUP}/Microsoft.Storage/storageAccounts/nlpricing`,
            keyVault: `${GROUP}/Microsoft.KeyVault/vaults/nl-pricing`,
          },
        },
        {
          id: `${WORKSPACE}/onlineEndpoints/quote`,
          name: 'quote',
          type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
          location: 'westeurope',
          kind: 'Managed',
          identity: { type: 'SystemAssigned' },
          tags: { owner: 'pricing' },
          properties: {
            authMode: 'Key',
            publicNetworkAccess: 'Enabled',
            provisioningState: 'Succeeded',
            traffic: { blue: 100 },
          },
        },
        {
          id: `${WORKSPACE}/onlineEndpoints/quote/deployments/blue`,
          name: 'blue',
          type: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
          location: 'westeurope',
          kind: 'Managed',
          tags: { owner: 'pricing' },
          properties: {
            endpointComputeType: 'Managed',
            egressPublicNetworkAccess: 'Enabled',
            appInsightsEnabled: false,
            environmentVariables: { FEATURE_STORE_PASSWORD: 'must-never-leave-the-connector' },
            environmentId: 'azureml://registries/azureml/environments/sklearn-1.5/labels/latest',
            model: `${WORKSPACE}/models/quote/versions/3`,
            provisioningState: 'Succeeded',
          },
        },
        {
          id: `${WORKSPACE}/computes/lena-dev`,
          name: 'lena-dev',
          type: 'Microsoft.MachineLearningServices/workspaces/computes',
          location: 'westeurope',
          tags: { owner: 'pricing' },
          properties: {
            computeType: 'ComputeInstance',
            disableLocalAuth: false,
            provisioningState: 'Succeeded',
            properties: {
              vmSize: 'STANDARD_DS3_V2',
              applicationSharingPolicy: 'Shared',
              enableNodePublicIp: true,
              sshSettings: { sshPublicAccess: 'Enabled', adminUserName: 'azureuser', sshPort: 50000 },
              state: 'Running',
            },
          },
        },
        {
          id: HARDENED,
          name: 'nl-underwriting',
          type: 'Microsoft.MachineLearningServices/workspaces',
          kind: 'Default',
          location: 'westeurope',
          identity: { type: 'UserAssigned' },
          tags: { owner: 'underwriting' },
          properties: {
            friendlyName: 'underwriting',
            provisioningState: 'Succeeded',
            publicNetworkAccess: 'Disabled',
            allowPublicAccessWhenBehindVnet: false,
            hbiWorkspace: true,
            systemDatastoresAuthMode: 'identity',
            managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
            encryption: {
              status: 'Enabled',
              keyVaultProperties: {
                keyIdentifier: 'https://nl-keys.vault.azure.net/keys/ml/1',
                keyVaultArmId: `${GROUP}/Microsoft.KeyVault/vaults/nl-keys`,
              },
            },
            privateEndpointConnections: [
              {
                id: `${HARDENED}/privateEndpointConnections/pe1`,
                name: 'pe1',
                properties: { privateLinkServiceConnectionState: { status: 'Approved' } },
              },
            ],
          },
        },
        {
          id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000001`,
          name: 'aaaaaaaa-0000-4000-8000-000000000001',
          type: 'Microsoft.Authorization/roleAssignments',
          properties: {
            roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68`,
            principalId: 'bbbbbbbb-0000-4000-8000-000000000001',
            principalType: 'ServicePrincipal',
            scope: `/subscriptions/${SUBSCRIPTION}`,
          },
        },
        {
          id: `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/aaaaaaaa-0000-4000-8000-000000000002`,
          name: 'aaaaaaaa-0000-4000-8000-000000000002',
          type: 'Microsoft.Authorization/roleAssignments',
          properties: {
            roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd`,
            principalId: 'cccccccc-0000-4000-8000-000000000001',
            principalType: 'Group',
            scope: ACCOUNT,
          },
        },
        {
          id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68`,
          name: '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68',
          type: 'Microsoft.Authorization/roleDefinitions',
          properties: {
            roleName: 'Cognitive Services Contributor',
            type: 'BuiltInRole',
            permissions: [
              {
                actions: ['Microsoft.CognitiveServices/*', 'Microsoft.Authorization/*/read'],
                notActions: [],
                dataActions: [],
                notDataActions: [],
              },
            ],
            assignableScopes: ['/'],
          },
        },
        {
          id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd`,
          name: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
          type: 'Microsoft.Authorization/roleDefinitions',
          properties: {
            roleName: 'Cognitive Services OpenAI User',
            type: 'BuiltInRole',
            permissions: [
              {
                actions: ['Microsoft.CognitiveServices/*/read'],
                notActions: [],
                dataActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*/read'],
                notDataActions: [],
              },
            ],
            assignableScopes: ['/'],
          },
        },
      ],
    },
  },
};
