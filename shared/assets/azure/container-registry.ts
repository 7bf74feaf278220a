import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const Policy = z.looseObject({ status: armEnum(['enabled', 'disabled']).optional() });

/** A registry that AI assets run images of. */
export const containerRegistry = assetType('azure.container-registry.registry', {
  title: 'Azure container registry',
  placement: 'global',
  nativeType: 'Microsoft.ContainerRegistry/registries',
  shape: { package: '@azure/arm-containerregistry', type: 'Registry' },
  tags: resourceTags,
  config: z.looseObject({
    sku: z.looseObject({ name: armEnum(['Classic', 'Basic', 'Standard', 'Premium']).optional() }).optional(),
    properties: z.looseObject({
      adminUserEnabled: z.boolean().optional(),
      anonymousPullEnabled: z.boolean().optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      networkRuleSet: z
        .looseObject({
          defaultAction: armEnum(['Allow', 'Deny']).optional(),
          ipRules: z.array(z.looseObject({ value: z.string() })).optional(),
        })
        .optional(),
      networkRuleBypassAllowedForTasks: z.boolean().optional(),
      privateEndpointConnections: privateEndpointConnections([
        'Approved',
        'Pending',
        'Rejected',
        'Disconnected',
      ]).optional(),
      encryption: Policy.extend({
        keyVaultProperties: z.looseObject({ keyIdentifier: z.string().optional() }).optional(),
      }).optional(),
      policies: z
        .looseObject({
          quarantinePolicy: Policy.optional(),
          trustPolicy: Policy.optional(),
          exportPolicy: Policy.optional(),
          azureADAuthenticationAsArmPolicy: Policy.optional(),
        })
        .optional(),
    }),
  }),
});
