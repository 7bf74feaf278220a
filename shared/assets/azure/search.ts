import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { assignedIdentity } from './assigned-identity.ts';
import { DIAGNOSTIC_SETTINGS_MODEL, DiagnosticSetting } from './diagnostic-settings.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

/** The service whose indexes answer what a model is grounded with. */
export const searchService = assetType('azure.search.service', {
  title: 'Azure AI Search service',
  placement: 'global',
  nativeType: 'Microsoft.Search/searchServices',
  shape: {
    package: '@azure/arm-search',
    type: 'SearchService',
    parts: { diagnosticSettings: DIAGNOSTIC_SETTINGS_MODEL },
  },
  tags: resourceTags,
  config: z.looseObject({
    sku: z
      .looseObject({
        name: armEnum([
          'free',
          'basic',
          'standard',
          'standard2',
          'standard3',
          'storage_optimized_l1',
          'storage_optimized_l2',
        ]).optional(),
      })
      .optional(),
    identity: assignedIdentity,
    properties: z.looseObject({
      replicaCount: z.number().optional(),
      publicNetworkAccess: armEnum(['enabled', 'disabled', 'securedByPerimeter']).optional(),
      networkRuleSet: z
        .looseObject({
          ipRules: z.array(z.looseObject({ value: z.string() })).optional(),
          bypass: armEnum(['None', 'AzureServices']).optional(),
        })
        .optional(),
      privateEndpointConnections: privateEndpointConnections([
        'Pending',
        'Approved',
        'Rejected',
        'Disconnected',
      ]).optional(),
      sharedPrivateLinkResources: z
        .array(
          z.looseObject({
            properties: z
              .looseObject({
                privateLinkResourceId: z.string().optional(),
                status: armEnum(['Pending', 'Approved', 'Rejected', 'Disconnected']).optional(),
              })
              .optional(),
          }),
        )
        .optional(),
      disableLocalAuth: z.boolean().optional(),
      authOptions: z
        .looseObject({
          apiKeyOnly: z.looseObject({}).optional(),
          aadOrApiKey: z.looseObject({}).optional(),
        })
        .optional(),
      encryptionWithCmk: z
        .looseObject({
          enforcement: armEnum(['Disabled', 'Enabled', 'Unspecified']).optional(),
          encryptionComplianceStatus: armEnum(['Compliant', 'NonCompliant']).optional(),
        })
        .optional(),
      dataExfiltrationProtections: z.array(armEnum(['BlockAll'])).optional(),
    }),
    diagnosticSettings: z.array(DiagnosticSetting).optional(),
  }),
});
