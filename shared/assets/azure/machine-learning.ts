import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { assignedIdentity } from './assigned-identity.ts';
import { DIAGNOSTIC_SETTINGS_MODEL, DiagnosticSetting } from './diagnostic-settings.ts';
import { privateEndpointConnections } from './private-endpoints.ts';
import { Redacted } from './redacted.ts';
import { armEnum } from './spelling.ts';
import { resourceTags } from './tags.ts';

const PACKAGE = '@azure/arm-machinelearning';

const RECORDED_WORKSPACE =
  'recorded/azure/MachineLearningDataContainerTest.machine-learning-data-container.json';
const WORKSPACES_PAGE =
  'https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces';
const EXAMPLE_INSTANCE =
  'azure-examples/indexed/machinelearningservices/resource-manager/Microsoft.MachineLearningServices/MachineLearningServices/examples/2025-12-01/Compute/get/ComputeInstance.json';

/** A workspace, or a Foundry hub or project: all three are workspaces of another `kind`. */
export const mlWorkspace = assetType('azure.machine-learning.workspace', {
  title: 'Azure Machine Learning workspace',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces',
  shape: {
    package: PACKAGE,
    type: 'Workspace',
    parts: { diagnosticSettings: DIAGNOSTIC_SETTINGS_MODEL },
    wireOnly: {
      kind: RECORDED_WORKSPACE,
      'properties.managedNetwork': RECORDED_WORKSPACE,
      'properties.enableDataIsolation': RECORDED_WORKSPACE,
      'properties.systemDatastoresAuthMode': WORKSPACES_PAGE,
      'properties.serverlessComputeSettings': WORKSPACES_PAGE,
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    kind: z.string().optional(),
    tags: z.record(z.string(), z.string()).optional(),
    identity: assignedIdentity,
    properties: z.looseObject({
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      managedNetwork: z
        .looseObject({
          isolationMode: armEnum([
            'Disabled',
            'AllowInternetOutbound',
            'AllowOnlyApprovedOutbound',
          ]).optional(),
        })
        .optional(),
      encryption: z.looseObject({ status: armEnum(['Enabled', 'Disabled']).optional() }).optional(),
      hbiWorkspace: z.boolean().optional(),
      allowPublicAccessWhenBehindVnet: z.boolean().optional(),
      v1LegacyMode: z.boolean().optional(),
      serverlessComputeSettings: z
        .looseObject({
          serverlessComputeCustomSubnet: z.string().optional(),
          serverlessComputeNoPublicIP: z.boolean().optional(),
        })
        .optional(),
      privateEndpointConnections: privateEndpointConnections([
        'Pending',
        'Approved',
        'Rejected',
        'Disconnected',
        'Timeout',
      ]).optional(),
      systemDatastoresAuthMode: z.string().optional(),
      enableDataIsolation: z.boolean().optional(),
      primaryUserAssignedIdentity: z.string().optional(),
      keyVault: z.string().optional(),
      storageAccount: z.string().optional(),
      containerRegistry: z.string().optional(),
      applicationInsights: z.string().optional(),
    }),
    diagnosticSettings: z.array(DiagnosticSetting).optional(),
  }),
});

export const onlineEndpoint = assetType('azure.machine-learning.online-endpoint', {
  title: 'Azure Machine Learning online endpoint',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  shape: { package: PACKAGE, type: 'OnlineEndpoint' },
  tags: resourceTags,
  config: z.looseObject({
    identity: assignedIdentity,
    properties: z.looseObject({
      authMode: armEnum(['AMLToken', 'Key', 'AADToken']).optional(),
      publicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
    }),
  }),
});

export const onlineDeployment = assetType('azure.machine-learning.online-deployment', {
  title: 'Azure Machine Learning online deployment',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  shape: { package: PACKAGE, type: 'OnlineDeployment' },
  tags: resourceTags,
  config: z.looseObject({
    properties: z.looseObject({
      endpointComputeType: armEnum(['Managed', 'Kubernetes', 'AzureMLCompute']).optional(),
      egressPublicNetworkAccess: armEnum(['Enabled', 'Disabled']).optional(),
      environmentVariables: z.record(z.string(), Redacted).optional(),
      appInsightsEnabled: z.boolean().optional(),
      model: z.string().optional(),
      environmentId: z.string().optional(),
    }),
  }),
});

const Script = z.looseObject({ scriptSource: z.string().optional() });

/** Compute of any kind; the fields of the inner `properties` depend on `computeType`. */
export const mlCompute = assetType('azure.machine-learning.compute', {
  title: 'Azure Machine Learning compute',
  placement: 'global',
  nativeType: 'Microsoft.MachineLearningServices/workspaces/computes',
  shape: {
    package: PACKAGE,
    type: 'ComputeResource',
    wireOnly: {
      'properties.properties.customServices': EXAMPLE_INSTANCE,
      'properties.properties.enableSSO': EXAMPLE_INSTANCE,
      'properties.properties.osImageMetadata': EXAMPLE_INSTANCE,
      'properties.properties.idleTimeBeforeShutdown':
        'azure-policy/Machine_Learning__IdleShutdown_Audit.json',
    },
  },
  tags: resourceTags,
  config: z.looseObject({
    identity: assignedIdentity,
    properties: z.looseObject({
      computeType: armEnum([
        'AKS',
        'Kubernetes',
        'AmlCompute',
        'ComputeInstance',
        'DataFactory',
        'VirtualMachine',
        'HDInsight',
        'Databricks',
        'DataLakeAnalytics',
        'SynapseSpark',
      ]),
      disableLocalAuth: z.boolean().optional(),
      properties: z
        .looseObject({
          remoteLoginPortPublicAccess: armEnum(['Enabled', 'Disabled', 'NotSpecified']).optional(),
          enableNodePublicIp: z.boolean().optional(),
          subnet: z.looseObject({ id: z.string().optional() }).optional(),
          sshSettings: z
            .looseObject({ sshPublicAccess: armEnum(['Enabled', 'Disabled']).optional() })
            .optional(),
          applicationSharingPolicy: armEnum(['Personal', 'Shared']).optional(),
          enableSSO: z.boolean().optional(),
          scaleSettings: z.looseObject({ minNodeCount: z.int().optional() }).optional(),
          idleTimeBeforeShutdown: z.string().optional(),
          osImageMetadata: z.looseObject({ isLatestOsImageVersion: z.boolean().optional() }).optional(),
          setupScripts: z
            .looseObject({
              scripts: z
                .looseObject({ startupScript: Script.optional(), creationScript: Script.optional() })
                .optional(),
            })
            .optional(),
          customServices: z
            .array(
              z.looseObject({
                docker: z.looseObject({ privileged: z.boolean().optional() }).optional(),
                image: z.looseObject({ reference: z.string().optional() }).optional(),
                environmentVariables: z.record(z.string(), Redacted).optional(),
              }),
            )
            .optional(),
        })
        .optional(),
    }),
  }),
});
