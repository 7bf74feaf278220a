import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const Retention = z.looseObject({ enabled: z.boolean().optional() });

/** An account that AI assets keep models, data or logs in, with its blob service and its containers. */
export const storageAccount = assetType('azure.storage.account', {
  title: 'Azure storage account',
  placement: 'global',
  nativeType: 'Microsoft.Storage/storageAccounts',
  shape: {
    package: '@azure/arm-storage',
    type: 'StorageAccount',
    parts: { blobService: 'BlobServiceProperties', containers: 'ListContainerItem' },
  },
  tags: resourceTags,
  config: z.looseObject({
    kind: armEnum(['Storage', 'StorageV2', 'BlobStorage', 'FileStorage', 'BlockBlobStorage']).optional(),
    properties: z.looseObject({
      allowBlobPublicAccess: z.boolean().optional(),
      allowSharedKeyAccess: z.boolean().optional(),
      allowCrossTenantReplication: z.boolean().optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled', 'SecuredByPerimeter']).optional(),
      networkAcls: z
        .looseObject({
          defaultAction: armEnum(['Allow', 'Deny']).optional(),
          ipRules: z.array(z.looseObject({ value: z.string() })).optional(),
        })
        .optional(),
      privateEndpointConnections: privateEndpointConnections(['Pending', 'Approved', 'Rejected']).optional(),
      minimumTlsVersion: armEnum(['TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3']).optional(),
      supportsHttpsTrafficOnly: z.boolean().optional(),
      sasPolicy: z
        .looseObject({
          sasExpirationPeriod: z.string().optional(),
          expirationAction: armEnum(['Log', 'Block']).optional(),
        })
        .optional(),
      keyPolicy: z.looseObject({ keyExpirationPeriodInDays: z.number().optional() }).optional(),
      encryption: z

        .looseObject({
          keySource: armEnum(['Microsoft.Storage', 'Microsoft.Keyvault']).optional(),
          keyvaultproperties: z
            .looseObject({ currentVersionedKeyIdentifier: z.string().optional() })
            .optional(),
        })
        .optional(),
      immutableStorageWithVersioning: z.looseObject({ enabled: z.boolean().optional() }).optional(),
      isHnsEnabled: z.boolean().optional(),
      isSftpEnabled: z.boolean().optional(),
    }),
    blobService: z
      .looseObject({
        properties: z.looseObject({
          isVersioningEnabled: z.boolean().optional(),
          deleteRetentionPolicy: Retention.optional(),
          containerDeleteRetentionPolicy: Retention.optional(),
        }),
      })
      .optional(),
    containers: z
      .array(
        z.looseObject({
          properties: z
            .looseObject({
              publicAccess: armEnum(['Container', 'Blob', 'None']).optional(),
              hasImmutabilityPolicy: z.boolean().optional(),
              immutableStorageWithVersioning: z.looseObject({ enabled: z.boolean().optional() }).optional(),
            })
            .optional(),
        }),
      )
      .optional(),
  }),
});
