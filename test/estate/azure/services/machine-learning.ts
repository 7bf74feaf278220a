import type { JsonObject } from '#shared/model/json.ts';

const REGISTRIES = 'Microsoft.MachineLearningServices/registries';

/** `Microsoft.X/workspaces/jobs` of `/…/providers/Microsoft.X/workspaces/w/jobs/j`. */
const typeOf = (id: string): string =>
  (id.split('/providers/').at(-1) ?? '')
    .split('/')
    .filter((_segment, index) => index === 0 || index % 2 === 1)
    .join('/');

const under = (parent: string, path: string, properties: JsonObject, rest: JsonObject = {}): JsonObject => {
  const id = `${parent}/${path}`;
  return { id, name: id.slice(id.lastIndexOf('/') + 1), type: typeOf(id), ...rest, properties };
};

const createdAt = (time: string): JsonObject => ({
  systemData: { createdAt: time, createdBy: 'Ada', createdByType: 'User' },
});

const TOKEN = `hf_${'b'.repeat(34)}`;

/** What the workspaces `lab` and `vault` hold beside endpoints that answer at once: the one open and the other closed. */
export function learning(group: string, lab: string, vault: string): JsonObject[] {
  return [
    ...batch(lab, vault),
    ...serverless(lab, vault),
    ...access(group, lab, vault),
    ...models(lab, vault),
    ...jobs(group, lab, vault),
    ...registries(group),
  ];
}

const batch = (lab: string, vault: string): JsonObject[] => [
  under(lab, 'batchEndpoints/nightly', { authMode: 'Key' }, { location: 'eastus' }),
  under(vault, 'batchEndpoints/nightly', { authMode: 'AADToken' }, { location: 'westeurope' }),
  under(
    lab,
    'batchEndpoints/nightly/deployments/first',
    {
      compute: `${lab}/computes/crowd`,
      model: { referenceType: 'Id', assetId: 'azureml://registries/HuggingFace/models/some/labels/latest' },
      environmentId: `${lab}/environments/loose/versions/1`,
      environmentVariables: { HF_TOKEN: TOKEN },
    },
    { location: 'eastus' },
  ),
  under(
    vault,
    'batchEndpoints/nightly/deployments/first',
    {
      compute: `${vault}/computes/desk`,
      model: { referenceType: 'Id', assetId: `${vault}/models/m/versions/1` },
      environmentId: `${vault}/environments/e/versions/1`,
      environmentVariables: {},
    },
    { location: 'westeurope' },
  ),
];

const serverless = (lab: string, vault: string): JsonObject[] => [
  under(
    lab,
    'serverlessEndpoints/llama',
    {
      authMode: 'Key',
      contentSafety: { contentSafetyStatus: 'Disabled' },
      modelSettings: { modelId: 'azureml://registries/azureml-meta/models/Meta-Llama-3-8B-Instruct' },
    },
    { location: 'eastus' },
  ),
  under(
    vault,
    'serverlessEndpoints/llama',
    {
      authMode: 'AAD',
      contentSafety: { contentSafetyStatus: 'Enabled' },
      modelSettings: { modelId: 'azureml://registries/azureml-meta/models/Meta-Llama-3-8B-Instruct' },
    },
    { location: 'westeurope' },
  ),
];

const access = (group: string, lab: string, vault: string): JsonObject[] => [
  under(lab, 'datastores/workspaceblobstore', {
    datastoreType: 'AzureBlob',
    accountName: 'lab',
    containerName: 'azureml-blobstore',
    endpoint: 'core.windows.net',
    protocol: 'http',
    credentials: { credentialsType: 'AccountKey', secrets: { secretsType: 'AccountKey', key: 'bGFi' } },
    serviceDataAccessAuthIdentity: 'None',
    subscriptionId: group.split('/')[2],
    resourceGroup: group.split('/')[4],
    tags: null,
  }),
  under(lab, 'datastores/partner', {
    datastoreType: 'AzureDataLakeGen2',
    accountName: 'partner',
    filesystem: 'claims',
    protocol: 'https',
    credentials: {
      credentialsType: 'ServicePrincipal',
      clientId: '00000000-0000-0000-0000-0000000000c2',
      tenantId: '00000000-0000-0000-0000-0000000000e2',
    },
    serviceDataAccessAuthIdentity: 'None',
    subscriptionId: null,
    resourceGroup: null,
  }),
  under(vault, 'datastores/workspaceblobstore', {
    datastoreType: 'AzureBlob',
    accountName: 'vault',
    containerName: 'azureml-blobstore',
    endpoint: 'core.windows.net',
    protocol: 'https',
    credentials: { credentialsType: 'None' },
    serviceDataAccessAuthIdentity: 'WorkspaceUserAssignedIdentity',
    subscriptionId: group.split('/')[2],
    resourceGroup: group.split('/')[4],
  }),
  under(lab, 'connections/search', {
    authType: 'ApiKey',
    category: 'CognitiveSearch',
    target: 'http://search.example.com',
    isSharedToAll: true,
    credentials: null,
    metadata: {},
  }),
  under(vault, 'connections/openai', {
    authType: 'AAD',
    category: 'AzureOpenAI',
    target: 'https://closed.openai.azure.com/',
    isSharedToAll: false,
    credentials: null,
    metadata: { ResourceId: `${group}/providers/Microsoft.CognitiveServices/accounts/closed` },
  }),
  under(vault, 'outboundRules/anything', {
    type: 'FQDN',
    category: 'UserDefined',
    destination: '*.blob.core.windows.net',
    status: 'Active',
  }),
  under(vault, 'outboundRules/storage', {
    type: 'ServiceTag',
    category: 'UserDefined',
    destination: { serviceTag: 'Storage', protocol: 'TCP', portRanges: '443', action: 'Allow' },
    status: 'Inactive',
  }),
  under(vault, 'outboundRules/factories', {
    type: 'ServiceTag',
    category: 'UserDefined',
    destination: { serviceTag: 'DataFactory.WestEurope', protocol: 'TCP', portRanges: '443' },
    status: 'Active',
  }),
  under(vault, 'outboundRules/packages', {
    type: 'FQDN',
    category: 'UserDefined',
    destination: 'packages.example.com',
    status: 'Active',
  }),
  under(vault, 'outboundRules/factory', {
    type: 'ServiceTag',
    category: 'Required',
    destination: { serviceTag: 'AzureMachineLearning', protocol: 'TCP', portRanges: '443' },
    status: 'Active',
  }),
];

const models = (lab: string, vault: string): JsonObject[] => [
  under(lab, 'models/churn', {
    latestVersion: '3',
    nextVersion: '4',
    isArchived: false,
    tags: { owner: 'sam' },
  }),
  under(vault, 'models/m', { latestVersion: '1', nextVersion: '2', isArchived: false }),
  under(lab, 'models/churn/versions/3', {
    modelType: 'mlflow_model',
    modelUri: 'azureml://datastores/workspaceblobstore/paths/churn',
    flavors: {
      python_function: { data: { loader_module: 'mlflow.sklearn', model_path: 'model.pkl', code: 'code' } },
      sklearn: { data: { pickled_model: 'model.pkl', serialization_format: 'cloudpickle' } },
    },
    jobName: 'train-1',
  }),
  // Nothing serves or loads it, so that nobody reads it.
  under(lab, 'models/churn/versions/2', { modelType: 'custom_model', modelUri: 'azureml://…/churn.pkl' }),
  under(vault, 'models/m/versions/1', {
    modelType: 'mlflow_model',
    modelUri: 'azureml://datastores/workspaceblobstore/paths/m',
    flavors: { onnx: { data: { data: 'model.onnx', onnx_version: '1.16.0' } } },
  }),
  under(lab, 'environments/loose/versions/1', {
    environmentType: 'UserCreated',
    image: 'docker.io/somebody/training:latest',
    condaFile: 'dependencies:\n- pip:\n  - --index-url https://sam:horsebattery@pypi.example.com/simple\n',
    osType: 'Linux',
  }),
  under(vault, 'environments/e/versions/1', {
    environmentType: 'UserCreated',
    image: `registry.example.com/scoring@sha256:${'a'.repeat(64)}`,
    condaFile: 'dependencies:\n- numpy\n',
    osType: 'Linux',
  }),
];

/** Newest first, as the API lists them. */
const jobs = (group: string, lab: string, vault: string): JsonObject[] => [
  under(
    lab,
    'jobs/train-1',
    {
      jobType: 'Command',
      status: 'Completed',
      experimentName: 'churn',
      displayName: 'train',
      computeId: `${lab}/computes/crowd`,
      identity: { identityType: 'UserIdentity' },
      environmentId: `${lab}/environments/loose/labels/latest`,
      environmentVariables: { HF_TOKEN: TOKEN, MODE: 'fast' },
      command: 'python train.py --api-key 0123456789abcdef0123',
      resources: { instanceCount: 1, dockerArgs: '--privileged -e API_KEY=0123456789abcdef0123' },
      inputs: { model: { jobInputType: 'mlflow_model', uri: `${lab}/models/churn/versions/3` } },
    },
    createdAt('2026-11-21T10:00:00.0000000+00:00'),
  ),
  under(
    lab,
    'jobs/pipe-1',
    {
      jobType: 'Pipeline',
      status: 'Failed',
      experimentName: 'features',
      displayName: 'every-night-20261120T000000Z',
      identity: null,
      jobs: { prepare: { type: 'command', environment_variables: { MODE: 'slow' } } },
      inputs: { threshold: { jobInputType: 'literal', value: '0.5' } },
    },
    createdAt('2026-11-20T00:00:10.0000000+00:00'),
  ),
  under(
    lab,
    'jobs/pipe-0',
    {
      jobType: 'Pipeline',
      status: 'Completed',
      experimentName: 'features',
      displayName: 'every-night-20261119T000000Z',
      jobs: {},
    },
    createdAt('2026-11-19T00:00:10.0000000+00:00'),
  ),
  // Older than the history, and running all the same.
  under(
    lab,
    'jobs/long-1',
    {
      jobType: 'Sweep',
      status: 'Running',
      experimentName: 'search',
      displayName: 'long-1',
      identity: { identityType: 'Managed' },
      services: { shell: { jobServiceType: 'SSH', nodes: { nodesValueType: 'All' } } },
      trial: {
        command: 'python search.py',
        environmentId: `${lab}/environments/loose/versions/1`,
        environmentVariables: {},
      },
    },
    createdAt('2026-11-05T00:00:00.0000000+00:00'),
  ),
  under(
    lab,
    'jobs/train-0',
    {
      jobType: 'Command',
      status: 'Completed',
      experimentName: 'churn',
      displayName: 'train',
      command: 'true',
    },
    createdAt('2026-11-04T00:00:00.0000000+00:00'),
  ),
  ...['h', 'g', 'f', 'e', 'd'].map((name) =>
    under(
      lab,
      `jobs/history-${name}`,
      {
        jobType: 'Command',
        status: 'Completed',
        experimentName: 'churn',
        displayName: 'train',
        command: 'true',
      },
      createdAt('2026-06-01T00:00:00.0000000+00:00'),
    ),
  ),
  under(
    vault,
    'jobs/train-1',
    {
      jobType: 'Command',
      status: 'Completed',
      experimentName: 'pricing',
      displayName: 'train',
      computeId: `${vault}/computes/desk`,
      identity: { identityType: 'AMLToken' },
      environmentId: `${vault}/environments/e/versions/1`,
      environmentVariables: { MODE: 'fast' },
      command: `python train.py --data \${{inputs.data}}`,
      resources: { instanceCount: 1, dockerArgs: null },
      inputs: {
        data: { jobInputType: 'uri_folder', uri: 'azureml://datastores/workspaceblobstore/paths/claims' },
      },
      services: { Studio: { jobServiceType: 'Studio', endpoint: 'https://ml.azure.com/runs/train-1' } },
    },
    createdAt('2026-11-21T10:00:00.0000000+00:00'),
  ),
  under(lab, 'schedules/every-night', {
    isEnabled: true,
    trigger: { triggerType: 'Cron', expression: '0 0 * * *' },
    action: {
      actionType: 'CreateJob',
      jobDefinition: {
        jobType: 'Command',
        experimentName: 'features',
        identity: { identityType: 'UserIdentity' },
        environmentId: `${lab}/environments/loose/labels/latest`,
        environmentVariables: { HF_TOKEN: TOKEN },
        command: 'python features.py',
      },
    },
  }),
  under(vault, 'schedules/every-week', {
    isEnabled: true,
    trigger: { triggerType: 'Cron', expression: '0 0 * * 0' },
    action: {
      actionType: 'CreateJob',
      jobDefinition: {
        jobType: 'Pipeline',
        experimentName: 'pricing',
        identity: {
          identityType: 'Managed',
          resourceId: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/ml`,
        },
        jobs: { train: { type: 'command', environment_variables: { MODE: 'fast' } } },
      },
    },
  }),
];

const registries = (group: string): JsonObject[] => [
  under(
    group,
    `providers/${REGISTRIES}/open`,
    {
      publicNetworkAccess: 'Enabled',
      registryPrivateEndpointConnections: [],
      regionDetails: [
        {
          location: 'eastus',
          acrDetails: [{ systemCreatedAcrAccount: { acrAccountName: 'open', acrAccountSku: 'Premium' } }],
          storageAccountDetails: [
            { systemCreatedStorageAccount: { storageAccountName: 'open', allowBlobPublicAccess: true } },
          ],
        },
      ],
    },
    { location: 'eastus' },
  ),
  under(
    group,
    `providers/${REGISTRIES}/closed`,
    {
      publicNetworkAccess: 'Disabled',
      registryPrivateEndpointConnections: [
        { properties: { registryPrivateLinkServiceConnectionState: { status: 'Approved' } } },
      ],
      regionDetails: [
        {
          location: 'westeurope',
          storageAccountDetails: [
            { systemCreatedStorageAccount: { storageAccountName: 'closed', allowBlobPublicAccess: false } },
          ],
        },
      ],
    },
    { location: 'westeurope', tags: { owner: 'sam' } },
  ),
];
