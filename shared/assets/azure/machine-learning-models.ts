import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { armEnum } from './spelling.ts';
import { propertyTags, resourceTags } from './tags.ts';

const PACKAGE = '@azure/arm-machinelearning';

const EXAMPLE_REGISTRY =
  'azure-examples/indexed/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/MachineLearningServices/examples/2025-12-01/Registries/update.json';
const RECORDED_FLAVORS =
  'https://github.com/Azure/azure-powershell/blob/main/src/MachineLearningServices/MachineLearningServices.Autorest/test/Get-AzMLWorkspaceModelVersion.Recording.json';

/** A registered model: a name, under which are its versions. */
export const mlModel = assetType('azure.machine-learning.model', {
  title: 'Azure Machine Learning model',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/models',
  shape: { package: PACKAGE, type: 'ModelContainer' },
  tags: propertyTags,
  config: z.looseObject({ properties: z.looseObject({ latestVersion: z.string().optional() }) }),
});

/** A version of a model that a deployment serves or a job loads. */
export const modelVersion = assetType('azure.machine-learning.model-version', {
  title: 'Azure Machine Learning model version',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/models/versions',
  shape: {
    package: PACKAGE,
    type: 'ModelVersion',
    // To the package a flavor is any map; these keys are MLflow’s.
    wireOnly: {
      'properties.flavors[].data.loader_module': RECORDED_FLAVORS,
      'properties.flavors[].data.pickled_model': RECORDED_FLAVORS,
      'properties.flavors[].data.serialization_format': RECORDED_FLAVORS,
      'properties.flavors[].data.code': 'https://mlflow.org/docs/latest/python_api/mlflow.pyfunc.html',
    },
  },
  tags: propertyTags,
  config: z.looseObject({
    properties: z.looseObject({
      modelType: z.string().optional(),
      modelUri: z.string().optional(),
      flavors: z
        .record(z.string(), z.looseObject({ data: z.record(z.string(), z.string().nullable()).optional() }))
        .optional(),
    }),
  }),
});

/** A version of an environment that a deployment or a job runs in. */
export const environmentVersion = assetType('azure.machine-learning.environment-version', {
  title: 'Azure Machine Learning environment version',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/environments/versions',
  shape: { package: PACKAGE, type: 'EnvironmentVersion' },
  tags: propertyTags,
  config: z.looseObject({
    properties: z.looseObject({
      environmentType: armEnum(['Curated', 'UserCreated']).optional(),
      image: z.string().optional(),
      condaFile: z.string().optional(),
      build: z.looseObject({ contextUri: z.string().optional() }).optional(),
    }),
  }),
});

/** What workspaces of an organisation share models and environments through. */
export const mlRegistry = assetType('azure.machine-learning.registry', {
  title: 'Azure Machine Learning registry',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/registries',
  shape: {
    package: PACKAGE,
    type: 'Registry',
    wireOnly: {
      tags: EXAMPLE_REGISTRY,
      'properties.publicNetworkAccess': EXAMPLE_REGISTRY,
      'properties.regionDetails': EXAMPLE_REGISTRY,
      'properties.registryPrivateEndpointConnections': EXAMPLE_REGISTRY,
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    tags: z.record(z.string(), z.string()).optional(),
    properties: z.looseObject({
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      regionDetails: z
        .array(
          z.looseObject({
            storageAccountDetails: z
              .array(
                z.looseObject({
                  systemCreatedStorageAccount: z
                    .looseObject({ allowBlobPublicAccess: z.boolean().optional() })
                    .optional(),
                }),
              )
              .optional(),
          }),
        )
        .optional(),
      registryPrivateEndpointConnections: z
        .array(
          z.looseObject({
            properties: z
              .looseObject({
                registryPrivateLinkServiceConnectionState: z
                  .looseObject({
                    status: armEnum([
                      'Approved',
                      'Disconnected',
                      'Pending',
                      'Rejected',
                      'Timeout',
                    ]).optional(),
                  })
                  .optional(),
              })
              .optional(),
          }),
        )
        .optional(),
    }),
  }),
});
