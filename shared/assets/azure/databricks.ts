import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { DIAGNOSTIC_SETTINGS_MODEL, DiagnosticSetting } from './diagnostic-settings.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const KeyVaultKey = z.looseObject({
  keySource: armEnum(['Microsoft.Keyvault']).optional(),
  keyVaultProperties: z.looseObject({ keyVaultUri: z.string().optional() }).optional(),
});

export const databricksWorkspace = assetType('azure.databricks.workspace', {
  title: 'Azure Databricks workspace',
  placement: 'global',
  nativeType: 'Microsoft.Databricks/workspaces',
  shape: {
    package: '@azure/arm-databricks',
    type: 'Workspace',
    parts: { diagnosticSettings: DIAGNOSTIC_SETTINGS_MODEL },
  },
  tags: resourceTags,
  config: z.looseObject({
    tags: z.record(z.string(), z.string()).optional(),
    properties: z.looseObject({
      computeMode: armEnum(['Serverless', 'Hybrid']).optional(),
      parameters: z
        .looseObject({
          enableNoPublicIp: z.looseObject({ value: z.boolean() }).optional(),
          requireInfrastructureEncryption: z.looseObject({ value: z.boolean() }).optional(),
          amlWorkspaceId: z.looseObject({ value: z.string() }).optional(),
          customVirtualNetworkId: z.looseObject({ value: z.string() }).optional(),
          encryption: z
            .looseObject({
              value: z

                .looseObject({
                  keySource: armEnum(['Default', 'Microsoft.Keyvault']).optional(),
                  keyvaulturi: z.string().optional(),
                })
                .optional(),
            })
            .optional(),
        })
        .optional(),
      encryption: z
        .looseObject({
          entities: z
            .looseObject({
              managedServices: KeyVaultKey.optional(),
              managedDisk: KeyVaultKey.optional(),
            })
            .optional(),
        })
        .optional(),
      accessConnector: z.looseObject({ id: z.string().optional() }).optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      defaultStorageFirewall: armEnum(['Disabled', 'Enabled']).optional(),
      privateEndpointConnections: privateEndpointConnections([
        'Pending',
        'Approved',
        'Rejected',
        'Disconnected',
      ]).optional(),
    }),
    diagnosticSettings: z.array(DiagnosticSetting).optional(),
  }),
});
