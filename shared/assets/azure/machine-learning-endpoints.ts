import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { assignedIdentity } from './assigned-identity.ts';
import { Redacted } from './redacted.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const PACKAGE = '@azure/arm-machinelearning';
const SERVERLESS_PAGE =
  'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/serverlessendpoints';

export const batchEndpoint = assetType('azure.machine-learning.batch-endpoint', {
  title: 'Azure Machine Learning batch endpoint',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
  shape: { package: PACKAGE, type: 'BatchEndpoint' },
  tags: resourceTags,
  config: z.looseObject({
    identity: assignedIdentity,
    properties: z.looseObject({ authMode: armEnum(['AMLToken', 'Key', 'AADToken']).optional() }),
  }),
});

export const batchDeployment = assetType('azure.machine-learning.batch-deployment', {
  title: 'Azure Machine Learning batch deployment',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments',
  shape: { package: PACKAGE, type: 'BatchDeployment' },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      environmentVariables: z.record(z.string(), Redacted).optional(),
      environmentId: z.string().optional(),
      model: z
        .looseObject({
          referenceType: armEnum(['Id', 'DataPath', 'OutputPath']).optional(),
          assetId: z.string().optional(),
        })
        .optional(),
    }),
  }),
});

/** A model of a catalogue, served by Microsoft and paid for by the token. */
export const serverlessEndpoint = assetType('azure.machine-learning.serverless-endpoint', {
  title: 'Azure Machine Learning serverless endpoint',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints',
  shape: {
    package: PACKAGE,
    type: 'ServerlessEndpoint',
    wireOnly: {
      'properties.authMode': SERVERLESS_PAGE,
      'properties.contentSafety': SERVERLESS_PAGE,
      'properties.modelSettings': SERVERLESS_PAGE,
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      authMode: armEnum(['AAD', 'Key', 'KeyAndAAD']).optional(),
      contentSafety: z
        .looseObject({ contentSafetyStatus: armEnum(['Enabled', 'Disabled']).optional() })
        .optional(),
      modelSettings: z.looseObject({ modelId: z.string().optional() }).optional(),
    }),
  }),
});
