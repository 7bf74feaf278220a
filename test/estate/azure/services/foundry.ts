import type { JsonObject } from '#shared/model/json.ts';
import { child } from '../child.ts';

/** What stands under a Foundry account: one project that is as it should be, one that is not, one without agents. */
export function foundryResources(account: string, group: string): JsonObject[] {
  const [good, bad, quiet] = ['good', 'bad', 'quiet'].map((name) => `${account}/projects/${name}`) as [
    string,
    string,
    string,
  ];
  return [
    project(good, {
      identity: { type: 'SystemAssigned', principalId: '00000000-0000-0000-0000-0000000000d1' },
      properties: { isDefault: true, agentIdentity: agentIdentity('d2') },
    }),
    project(bad, { properties: { isDefault: false, agentIdentity: agentIdentity('d3') } }),
    project(quiet, { identity: { type: 'SystemAssigned' }, properties: { isDefault: false } }),
    child(account, 'capabilityHosts', 'agents', {
      properties: { capabilityHostKind: 'Agents', customerSubnet: `${group}/subnet` },
    }),
    child(good, 'capabilityHosts', 'agents', {
      properties: {
        storageConnections: ['files'],
        threadStorageConnections: ['threads'],
        vectorStoreConnections: ['vectors'],
      },
    }),
    child(account, 'connections', 'search', {
      properties: {
        authType: 'ApiKey',
        category: 'ApiKey',
        group: 'ServicesAndApps',
        target: 'http://search.example.net/',
        isSharedToAll: true,
        expiryTime: null,
        credentials: { key: 'key-of-the-search' },
        metadata: { ApiType: 'setting-of-the-search' },
      },
    }),
    child(account, 'connections', 'docs', {
      properties: { authType: 'AAD', category: 'CognitiveSearch', isSharedToAll: true },
    }),
    child(good, 'connections', 'files', {
      tags: null,
      location: null,
      properties: {
        authType: 'AAD',
        group: 'Azure',
        category: 'AzureStorageAccount',
        expiryTime: null,
        target: 'https://files.blob.core.windows.net/',
        isSharedToAll: false,
        metadata: { ResourceId: `${group}/providers/Microsoft.Storage/storageAccounts/files` },
      },
    }),
    child(good, 'applications', 'helpdesk', {
      properties: {
        displayName: 'helpdesk',
        isEnabled: true,
        agentIdentityBlueprint: identity('AgentBlueprint', 'e1'),
        defaultInstanceIdentity: identity('AgentInstance', 'e2'),
        authorizationPolicy: { authorizationScheme: 'Default' },
      },
    }),
    child(bad, 'applications', 'frontdesk', {
      properties: {
        displayName: 'frontdesk',
        isEnabled: true,
        agentIdentityBlueprint: null,
        defaultInstanceIdentity: null,
        authorizationPolicy: { authorizationScheme: 'OrganizationScope' },
      },
    }),
  ];
}

const project = (id: string, rest: JsonObject): JsonObject => {
  const [account = '', name = ''] = id.split('/projects/');
  return child(account, 'projects', name, { kind: 'AIServices', location: 'eastus', ...rest });
};

const agentIdentity = (end: string): JsonObject => ({
  agentIdentityId: `00000000-0000-0000-0000-0000000000${end}`,
});

const identity = (kind: string, end: string): JsonObject => ({
  kind,
  type: 'System',
  principalId: `00000000-0000-0000-0000-0000000000${end}`,
  provisioningState: 'Succeeded',
});
