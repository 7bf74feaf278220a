import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { assignedIdentity } from './assigned-identity.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const PACKAGE = '@azure/arm-cognitiveservices';

const RECORDED_APPLICATION = 'recorded/azure/AIFoundryApplicationTest.ai-foundry-applications.json';

/** Where agents keep what they are told: names of connections. */
const Stores = z.looseObject({
  storageConnections: z.array(z.string()).optional(),
  threadStorageConnections: z.array(z.string()).optional(),
  vectorStoreConnections: z.array(z.string()).optional(),
});
const hosts = z.array(z.looseObject({ properties: Stores })).optional();

/** A project of a Foundry account, with the capability hosts of both. */
export const foundryProject = assetType('azure.cognitive-services.project', {
  title: 'Foundry project',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/projects',
  shape: {
    package: PACKAGE,
    type: 'Project',
    parts: { capabilityHosts: 'ProjectCapabilityHost', accountCapabilityHosts: 'CapabilityHost' },
    wireOnly: { 'properties.agentIdentity': RECORDED_APPLICATION },
  },
  tags: resourceTags,
  config: z.looseObject({
    identity: assignedIdentity,
    properties: z
      .looseObject({
        agentIdentity: z.looseObject({ agentIdentityId: z.string().optional() }).optional(),
      })
      .optional(),
    capabilityHosts: hosts,
    accountCapabilityHosts: hosts,
  }),
});

/** How an account or one of its projects reaches another service. Both have one shape, and differ in their ids. */
export const foundryConnection = assetType('azure.cognitive-services.connection', {
  title: 'Foundry connection',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/connections',
  otherNativeTypes: ['Microsoft.CognitiveServices/accounts/projects/connections'],
  shape: { package: PACKAGE, type: 'ConnectionPropertiesV2BasicResource' },
  config: z.looseObject({
    properties: z.looseObject({
      authType: armEnum([
        'PAT',
        'ManagedIdentity',
        'UsernamePassword',
        'None',
        'SAS',
        'AccountKey',
        'ServicePrincipal',
        'AccessKey',
        'ApiKey',
        'CustomKeys',
        'OAuth2',
        'AAD',
      ]),
      category: z.string().optional(),
      target: z.string().optional(),
      isSharedToAll: z.boolean().optional(),
      expiryTime: z.string().optional(),
    }),
  }),
});

/** What makes an account or one of its projects able to run agents. */
export const capabilityHost = assetType('azure.cognitive-services.capability-host', {
  title: 'Foundry capability host',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/capabilityHosts',
  shape: { package: PACKAGE, type: 'CapabilityHost' },
  config: z.looseObject({ properties: Stores.extend({ customerSubnet: z.string().optional() }) }),
});

/** A published agent, with an address and an identity of its own. */
export const agentApplication = assetType('azure.cognitive-services.agent-application', {
  title: 'Foundry agent application',
  placement: 'global',
  nativeType: 'Microsoft.CognitiveServices/accounts/projects/applications',
  shape: {
    package: PACKAGE,
    type: 'AgentApplication',
    // The package ends before the preview that has applications.
    wireOnly: {
      'properties.isEnabled': RECORDED_APPLICATION,
      'properties.baseUrl': RECORDED_APPLICATION,
      'properties.defaultInstanceIdentity': RECORDED_APPLICATION,
      'properties.authorizationPolicy': RECORDED_APPLICATION,
    },
  },
  config: z.looseObject({
    properties: z.looseObject({
      isEnabled: z.boolean().optional(),
      baseUrl: z.string().optional(),
      defaultInstanceIdentity: z
        .looseObject({
          kind: armEnum(['AgentBlueprint', 'AgentInstance', 'AgenticUser', 'Managed', 'None']).optional(),
          principalId: z.string().optional(),
        })
        .optional(),
      authorizationPolicy: z
        .looseObject({
          authorizationScheme: armEnum(['Default', 'OrganizationScope', 'Channels', 'Custom']).optional(),
        })
        .optional(),
    }),
  }),
});
