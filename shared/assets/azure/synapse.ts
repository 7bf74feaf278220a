import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { assignedIdentity } from './assigned-identity.ts';
import { DIAGNOSTIC_SETTINGS_MODEL, DiagnosticSetting } from './diagnostic-settings.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

export const synapseWorkspace = assetType('azure.synapse.workspace', {
  title: 'Azure Synapse workspace',
  placement: 'global',
  nativeType: 'Microsoft.Synapse/workspaces',
  shape: {
    package: '@azure/arm-synapse',
    type: 'Workspace',
    parts: { diagnosticSettings: DIAGNOSTIC_SETTINGS_MODEL },
  },
  tags: resourceTags,
  config: z.looseObject({
    tags: z.record(z.string(), z.string()).optional(),
    identity: assignedIdentity,
    properties: z.looseObject({
      azureADOnlyAuthentication: z.boolean().optional(),
      managedVirtualNetwork: z.string().optional(),
      managedVirtualNetworkSettings: z
        .looseObject({ preventDataExfiltration: z.boolean().optional() })
        .optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      encryption: z
        .looseObject({
          doubleEncryptionEnabled: z.boolean().optional(),
          cmk: z
            .looseObject({ key: z.looseObject({ keyVaultUrl: z.string().optional() }).optional() })
            .optional(),
        })
        .optional(),
      defaultDataLakeStorage: z.looseObject({ resourceId: z.string().optional() }).optional(),
      virtualNetworkProfile: z.looseObject({ computeSubnetId: z.string().optional() }).optional(),
      privateEndpointConnections: privateEndpointConnections().optional(),
    }),
    diagnosticSettings: z.array(DiagnosticSetting).optional(),
  }),
});
