import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { armEnum } from './spelling.ts';
import { propertyTags, resourceTags } from './tags.ts';

const PACKAGE = '@azure/arm-machinelearning';

const TEMPLATES = 'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces';
const RULE_EXAMPLE =
  'azure-examples/indexed/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/MachineLearningServices/examples/2025-12-01/ManagedNetwork/listManagedNetworkV2.json';
const CONNECTION_EXAMPLE =
  'azure-examples/indexed/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/MachineLearningServices/examples/2024-10-01-preview/WorkspaceConnection/list.json';

/** Where data of a workspace lies, and what the workspace opens it with. */
export const datastore = assetType('azure.machine-learning.datastore', {
  title: 'Azure Machine Learning datastore',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/datastores',
  shape: { package: PACKAGE, type: 'Datastore' },
  tags: propertyTags,
  config: z.looseObject({
    properties: z.looseObject({
      credentials: z
        .looseObject({
          credentialsType: armEnum([
            'AccountKey',
            'Certificate',
            'None',
            'Sas',
            'ServicePrincipal',
          ]).optional(),
        })
        .optional(),
      protocol: z.string().optional(),
      serviceDataAccessAuthIdentity: armEnum([
        'None',
        'WorkspaceSystemAssignedIdentity',
        'WorkspaceUserAssignedIdentity',
      ]).optional(),
    }),
  }),
});

/** How a workspace reaches something outside of it: a registry, a model, a search service, a database. */
export const mlConnection = assetType('azure.machine-learning.connection', {
  title: 'Azure Machine Learning connection',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/connections',
  shape: {
    package: PACKAGE,
    type: 'WorkspaceConnectionPropertiesV2BasicResource',
    wireOnly: {
      // The package knows five of the values.
      'properties.authType': `${TEMPLATES}/connections`,
      'properties.isSharedToAll': `${TEMPLATES}/connections`,
      'properties.expiryTime': CONNECTION_EXAMPLE,
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      authType: armEnum([
        'AAD',
        'AccessKey',
        'AccountKey',
        'ApiKey',
        'CustomKeys',
        'ManagedIdentity',
        'None',
        'OAuth2',
        'PAT',
        'SAS',
        'ServicePrincipal',
        'UsernamePassword',
      ]).optional(),
      target: z.string().optional(),
      isSharedToAll: z.boolean().optional(),
      expiryTime: z.string().optional(),
    }),
  }),
});

/** What computes in the managed network of a workspace may reach. */
export const outboundRule = assetType('azure.machine-learning.outbound-rule', {
  title: 'Azure Machine Learning outbound rule',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
  shape: {
    package: PACKAGE,
    type: 'OutboundRuleBasicResource',
    wireOnly: {
      'properties.type': RULE_EXAMPLE,
      'properties.category': RULE_EXAMPLE,
      'properties.status': RULE_EXAMPLE,
      'properties.destination': RULE_EXAMPLE,
      'properties.destination.serviceTag': `${TEMPLATES}/outboundrules`,
      'properties.destination.action': `${TEMPLATES}/outboundrules`,
    },
  },
  config: z.looseObject({
    properties: z.looseObject({
      type: armEnum(['FQDN', 'PrivateEndpoint', 'ServiceTag']),
      category: armEnum(['Dependency', 'Recommended', 'Required', 'UserDefined']).optional(),
      status: armEnum(['Active', 'Deleting', 'Failed', 'Inactive', 'Provisioning']).optional(),
      // A host name, or what is known of a service: which of them, the type says.
      destination: z
        .union([
          z.string(),
          z.looseObject({ serviceTag: z.string().optional(), action: z.string().optional() }),
        ])
        .optional(),
    }),
  }),
});
