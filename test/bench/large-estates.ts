import type { JsonObject } from '#shared/model/json.ts';
import type { EstateDescription, GcpProjectDescription } from '#test/estate/description.ts';

/** Clouds beside AWS at the size of an organisation, and the fewest calls that reading them takes. */
export interface LargeEstate {
  readonly title: string;
  readonly description: () => EstateDescription;
  /** How many calls would be enough, term by term. */
  readonly least: Readonly<Record<string, number>>;
}

const SUBSCRIPTIONS = 20;
const PER_SUBSCRIPTION = { openAi: 20, foundry: 15, others: 15, workspaces: 15, endpoints: 5, search: 5 };
const ACCOUNTS = PER_SUBSCRIPTION.openAi + PER_SUBSCRIPTION.foundry + PER_SUBSCRIPTION.others;

const PROJECTS = 50;
/** Of each kind in each region of each project. */
const PER_REGION = { models: 4, endpoints: 1, jobs: 3, datasets: 1 };
const BUCKETS = 2;

const REGIONS = [
  'asia-east1',
  'asia-northeast1',
  'asia-northeast3',
  'asia-south1',
  'asia-southeast1',
  'australia-southeast1',
  'europe-central2',
  'europe-north1',
  'europe-southwest1',
  'europe-west1',
  'europe-west2',
  'europe-west3',
  'europe-west4',
  'europe-west9',
  'northamerica-northeast1',
  'southamerica-east1',
  'us-central1',
  'us-east1',
  'us-east4',
  'us-west1',
];

const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * A thousand AI accounts and three hundred workspaces. The fewest calls are the formula 2 + 6A + 2P + 8W + S + 2B:
 * two queries of the graph; of an account its deployments, content filters, connections, projects, Defender setting
 * and diagnostics; of a project its connections and capability hosts; of a workspace computes, datastores,
 * connections, models, schedules, jobs, diagnostics and outbound rules; of a search service its diagnostics; of a
 * storage account that a workspace uses its blob service and containers.
 */
const azure: LargeEstate = {
  title: 'Azure: 1,000 AI accounts, 300 workspaces',
  description: () => ({
    azure: {
      tenantId: '00000000-0000-0000-0000-0000000000e1',
      subscriptions: Object.fromEntries(
        times(SUBSCRIPTIONS, (index) => [subscriptionId(index), { resources: resourcesOf(index) }]),
      ),
    },
  }),
  least: {
    'Resource Graph': 2,
    'AI accounts': 6 * SUBSCRIPTIONS * ACCOUNTS,
    'Foundry projects': 2 * SUBSCRIPTIONS * PER_SUBSCRIPTION.foundry,
    workspaces: 8 * SUBSCRIPTIONS * PER_SUBSCRIPTION.workspaces,
    'search services': SUBSCRIPTIONS * PER_SUBSCRIPTION.search,
    'storage accounts': 2 * SUBSCRIPTIONS * PER_SUBSCRIPTION.workspaces,
  },
};

const subscriptionId = (index: number): string =>
  `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`;

function resourcesOf(subscription: number): JsonObject[] {
  const group = `/subscriptions/${subscriptionId(subscription)}/resourceGroups/ai/providers`;
  return [
    ...times(PER_SUBSCRIPTION.openAi, (index) => accountOf(group, `openai-${index}`, 'OpenAI')).flat(),
    ...times(PER_SUBSCRIPTION.foundry, (index) => accountOf(group, `foundry-${index}`, 'AIServices')).flat(),
    ...times(PER_SUBSCRIPTION.others, (index) =>
      accountOf(group, `speech-${index}`, 'SpeechServices'),
    ).flat(),
    ...times(PER_SUBSCRIPTION.workspaces, (index) => workspaceOf(group, index)).flat(),
    ...times(PER_SUBSCRIPTION.search, (index) => ({
      id: `${group}/Microsoft.Search/searchServices/search-${index}`,
      name: `search-${index}`,
      type: 'Microsoft.Search/searchServices',
      sku: { name: 'standard' },
      properties: { publicNetworkAccess: 'enabled', replicaCount: 1 },
    })),
  ];
}

function accountOf(group: string, name: string, kind: string): JsonObject[] {
  const id = `${group}/Microsoft.CognitiveServices/accounts/${name}`;
  const servesModels = kind !== 'SpeechServices';
  return [
    {
      id,
      name,
      kind,
      location: 'eastus',
      type: 'Microsoft.CognitiveServices/accounts',
      properties: {
        publicNetworkAccess: 'Enabled',
        ...(kind === 'AIServices' ? { allowProjectManagement: true } : {}),
      },
    },
    ...(servesModels
      ? [
          {
            id: `${id}/deployments/gpt`,
            name: 'gpt',
            properties: { model: { name: 'gpt-4o', format: 'OpenAI' }, raiPolicyName: 'Microsoft.DefaultV2' },
          },
          { id: `${id}/raiPolicies/own`, name: 'own', properties: { contentFilters: [] } },
        ]
      : []),
    ...(kind === 'AIServices'
      ? [{ id: `${id}/projects/team`, name: `${name}/team`, location: 'eastus', properties: {} }]
      : []),
  ];
}

function workspaceOf(group: string, index: number): JsonObject[] {
  const id = `${group}/Microsoft.MachineLearningServices/workspaces/lab-${index}`;
  const storage = `${group}/Microsoft.Storage/storageAccounts/lab${index}`;
  const endpoint = `${id}/onlineEndpoints/score`;
  return [
    {
      id,
      name: `lab-${index}`,
      location: 'eastus',
      type: 'Microsoft.MachineLearningServices/workspaces',
      properties: {
        publicNetworkAccess: 'Enabled',
        storageAccount: storage,
        managedNetwork: { isolationMode: 'AllowInternetOutbound' },
      },
    },
    {
      id: storage,
      name: `lab${index}`,
      type: 'Microsoft.Storage/storageAccounts',
      properties: { allowBlobPublicAccess: false },
    },
    {
      id: `${storage}/blobServices/default`,
      name: 'default',
      properties: { isVersioningEnabled: true, deleteRetentionPolicy: { enabled: true, days: 7 } },
    },
    {
      id: `${id}/computes/desk`,
      name: 'desk',
      properties: { computeType: 'ComputeInstance', properties: { applicationSharingPolicy: 'Personal' } },
    },
    ...(index < PER_SUBSCRIPTION.endpoints
      ? [
          { id: endpoint, name: 'score', location: 'eastus', properties: { authMode: 'AADToken' } },
          {
            id: `${endpoint}/deployments/blue`,
            name: 'blue',
            location: 'eastus',
            properties: { endpointComputeType: 'Managed' },
          },
        ]
      : []),
  ];
}

/** Pages of Cloud Asset Inventory, of 1,000. */
const inventoryPages = Math.ceil(
  (REGIONS.length * (PER_REGION.models + PER_REGION.endpoints + PER_REGION.jobs + PER_REGION.datasets)) /
    1000,
);

/**
 * Fifty projects with something in each of twenty regions. Of a project: both streams of the inventory, the first in
 * two parts, for a type that it does not know makes it refuse the whole; its IAM policy; which APIs are on; in each
 * region what the inventory lacks, which is three kinds; what a project has once; and what decides who may do what: who
 * may act as each service account, the roles of the project's own, deny policies and pools of outsiders.
 */
const google: LargeEstate = {
  title: 'Google Cloud: 50 projects, 20 regions',
  description: () => ({
    gcp: {
      projects: Object.fromEntries(times(PROJECTS, (index) => [`acme-${index}0000`, projectOf(index)])),
    },
  }),
  least: {
    'inventory, resources': PROJECTS * (inventoryPages + 1),
    'inventory, policies': PROJECTS,
    'IAM policies of projects': PROJECTS,
    'enabled APIs': PROJECTS,
    'RAG corpora, extensions and persistent resources, by region': 3 * PROJECTS * REGIONS.length,
    'policies of endpoints': PROJECTS * REGIONS.length * PER_REGION.endpoints,
    'organisation policies': PROJECTS * 6,
    'Workbench, log buckets, log sinks, service accounts, buckets': PROJECTS * 5,
    'policies of buckets': PROJECTS * BUCKETS,
    'keys and policies of service accounts': PROJECTS * 2,
    'roles, deny policies, workload identity pools': PROJECTS * 3,
  },
};

function projectOf(index: number): GcpProjectDescription {
  const project = `acme-${index}0000`;
  const account = `ml@${project}.iam.gserviceaccount.com`;
  const inRegion = (region: string): [string, JsonObject[]][] => {
    const parent = `projects/${1_000_000 + index}/locations/${region}`;
    return [
      [
        `locations/${region}/models`,
        times(PER_REGION.models, (at) => ({
          name: `${parent}/models/${at}`,
          artifactUri: `gs://${project}-models/${at}`,
          createTime: '2026-11-20T00:00:00Z',
        })),
      ],
      [
        `locations/${region}/endpoints`,
        times(PER_REGION.endpoints, (at) => ({
          name: `${parent}/endpoints/${at}`,
          deployedModels: [{ id: '1', model: `${parent}/models/0`, serviceAccount: account }],
        })),
      ],
      [
        `locations/${region}/customJobs`,
        times(PER_REGION.jobs, (at) => ({
          name: `${parent}/customJobs/${at}`,
          displayName: `train-${at}`,
          state: 'JOB_STATE_SUCCEEDED',
          createTime: '2026-11-20T00:00:00Z',
          jobSpec: {
            serviceAccount: account,
            baseOutputDirectory: { outputUriPrefix: `gs://${project}-runs/${at}` },
            workerPoolSpecs: [],
          },
        })),
      ],
      [
        `locations/${region}/datasets`,
        times(PER_REGION.datasets, (at) => ({ name: `${parent}/datasets/${at}` })),
      ],
    ];
  };
  return {
    services: ['aiplatform', 'cloudasset', 'notebooks', 'serviceusage', 'storage'].map(
      (name) => `${name}.googleapis.com`,
    ),
    collections: {
      ...Object.fromEntries(REGIONS.flatMap(inRegion)),
      serviceAccounts: [{ name: `projects/${project}/serviceAccounts/${account}`, email: account }],
      'locations/global/buckets': [{ name: `projects/${project}/locations/global/buckets/_Default` }],
    },
    iamPolicy: { bindings: [{ role: 'roles/aiplatform.user', members: ['group:ml@example.com'] }] },
    buckets: ['models', 'runs'].map((name) => ({
      name: `${project}-${name}`,
      iamConfiguration: { publicAccessPrevention: 'enforced' },
      iamPolicy: {},
    })),
  };
}

export const LARGE_ESTATES: Readonly<Record<string, LargeEstate>> = { azure, google };

/** Throws where there is none of that name. */
export function largeEstate(name: string): LargeEstate {
  const estate = LARGE_ESTATES[name];
  if (!estate) throw new Error(`no large estate is named ${name}`);
  return estate;
}
