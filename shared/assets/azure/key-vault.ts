import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

/** A vault that AI assets keep secrets in or are encrypted by. */
export const keyVault = assetType('azure.key-vault.vault', {
  title: 'Azure key vault',
  placement: 'global',
  nativeType: 'Microsoft.KeyVault/vaults',
  shape: {
    package: '@azure/arm-keyvault',
    type: 'Vault',
    // The package has a text there; the values are those of this page.
    wireOnly: {
      'properties.publicNetworkAccess':
        'https://learn.microsoft.com/azure/templates/microsoft.keyvault/vaults',
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      vaultUri: z.string().optional(),
      enableSoftDelete: z.boolean().optional(),
      enablePurgeProtection: z.boolean().optional(),
      enableRbacAuthorization: z.boolean().optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      networkAcls: z
        .looseObject({
          defaultAction: armEnum(['Allow', 'Deny']).optional(),
          ipRules: z.array(z.looseObject({ value: z.string() })).optional(),
        })
        .optional(),
      privateEndpointConnections: privateEndpointConnections([
        'Pending',
        'Approved',
        'Rejected',
        'Disconnected',
      ]).optional(),
    }),
  }),
});
