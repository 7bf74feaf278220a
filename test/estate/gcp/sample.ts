import type { JsonObject } from '#shared/model/json.ts';
import type { GcpDescription } from '../description.ts';
import { around } from './services/around.ts';
import { identityOf } from './services/identity.ts';
import { vertexCollections } from './services/vertex.ts';

export const PROJECT = 'acme-ml';
export const REGION = 'us-central1';
const NUMBER = '123456789012';
const parent = `projects/${NUMBER}/locations/${REGION}`;
const KEY = `projects/${PROJECT}/locations/${REGION}/keyRings/ml/cryptoKeys/models`;
const NETWORK = `projects/${NUMBER}/global/networks/ml`;
const DEFAULT_COMPUTE = `${NUMBER}-compute@developer.gserviceaccount.com`;
const OWN_ACCOUNT = `ml@${PROJECT}.iam.gserviceaccount.com`;
const DIGEST = `sha256:${'0f'.repeat(32)}`;

const policyOf = (role: string, member: string): JsonObject => ({
  version: 1,
  etag: 'CAE=',
  bindings: [{ role, members: [member] }],
});

/** A value that no asset, coverage record or verdict may ever hold. */
export const SECRET = 'sk-must-never-leave-the-connector-0123456789';

/** Nor may this, which nobody tells by its form: it is dropped for the place where it stands. */
export const SECRET_OF_NO_FORM = 'open sesame';

const good = {
  model: {
    artifactUri: 'gs://acme-vault/churn/1',
    containerSpec: {
      imageUri: `us-docker.pkg.dev/${PROJECT}/serving/churn@${DIGEST}`,
      env: [{ name: 'LOG_LEVEL', value: 'info' }],
      args: ['--workers=2'],
    },
    encryptionSpec: { kmsKeyName: KEY },
  },
  endpoint: {
    network: NETWORK,
    encryptionSpec: { kmsKeyName: KEY },
    privateModelServerEnabled: true,
    predictRequestResponseLoggingConfig: {
      enabled: true,
      samplingRate: 1,
      bigqueryDestination: { outputUri: `bq://${PROJECT}.serving.requests` },
    },
    modelDeploymentMonitoringJob: `${parent}/modelDeploymentMonitoringJobs/1`,
    deployedModels: [
      { id: '1', model: `${parent}/models/1@2`, serviceAccount: OWN_ACCOUNT, enableAccessLogging: true },
    ],
  },
  job: {
    state: 'JOB_STATE_RUNNING',
    encryptionSpec: { kmsKeyName: KEY },
    jobSpec: {
      serviceAccount: OWN_ACCOUNT,
      network: NETWORK,
      baseOutputDirectory: { outputUriPrefix: 'gs://acme-vault/runs' },
      workerPoolSpecs: [
        { containerSpec: { imageUri: `us-docker.pkg.dev/${PROJECT}/train/churn@${DIGEST}` } },
      ],
    },
  },
  instance: {
    gceSetup: {
      disablePublicIp: true,
      serviceAccounts: [{ email: OWN_ACCOUNT, scopes: ['https://www.googleapis.com/auth/cloud-platform'] }],
      networkInterfaces: [{ network: `https://www.googleapis.com/compute/v1/${NETWORK}` }],
      bootDisk: { diskEncryption: 'CMEK', kmsKey: KEY },
      dataDisks: [{ diskEncryption: 'CMEK', kmsKey: KEY }],
      shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true },
      metadata: {
        'notebook-disable-root': 'true',
        'notebook-disable-terminal': 'true',
        'notebook-disable-downloads': 'true',
        'notebook-disable-nbconvert': 'true',
        'idle-timeout-seconds': '3600',
        'proxy-mode': 'mail',
        'post-startup-script': 'gs://acme-scripts/setup.sh',
      },
    },
  },
};

const bad = {
  model: {
    artifactUri: 'gs://acme-open/churn/1',
    containerSpec: {
      imageUri: 'gcr.io/somebody/serving:latest',
      env: [{ name: 'OPENAI_API_KEY', value: SECRET }],
      args: [`--api-key=${SECRET}`],
    },
    supportedExportFormats: [{ id: 'custom-trained', exportableContents: ['ARTIFACT', 'IMAGE'] }],
    deployedModels: [{ endpoint: `${parent}/endpoints/2`, deployedModelId: '2' }],
  },
  endpoint: {
    iamPolicy: policyOf('roles/aiplatform.user', 'allUsers'),
    deployedModels: [
      {
        id: '2',
        model: `${parent}/models/2`,
        serviceAccount: DEFAULT_COMPUTE,
        disableContainerLogging: true,
      },
    ],
  },
  job: {
    state: 'JOB_STATE_SUCCEEDED',
    webAccessUris: { 'workerpool0-0': `https://shell.example/${SECRET_OF_NO_FORM}` },
    jobSpec: {
      enableWebAccess: true,
      enableDashboardAccess: true,
      baseOutputDirectory: { outputUriPrefix: 'gs://acme-open/runs' },
      workerPoolSpecs: [
        {
          containerSpec: {
            imageUri: 'gcr.io/somebody/train',
            env: [{ name: 'WANDB_API_KEY', value: SECRET }],
          },
        },
        {
          pythonPackageSpec: {
            executorImageUri: 'us-docker.pkg.dev/vertex-ai/training/pytorch-gpu.2-1:latest',
            packageUris: ['gs://acme-packages/trainer.tar.gz'],
            pythonModule: 'trainer.task',
            args: [`--token=${SECRET}`],
          },
        },
      ],
    },
  },
  instance: {
    gceSetup: {
      enableIpForwarding: true,
      serviceAccounts: [
        { email: DEFAULT_COMPUTE, scopes: ['https://www.googleapis.com/auth/cloud-platform'] },
      ],
      networkInterfaces: [{ network: NETWORK, accessConfigs: [{ externalIp: '203.0.113.9' }] }],
      bootDisk: { diskEncryption: 'GMEK' },
      shieldedInstanceConfig: { enableVtpm: false, enableIntegrityMonitoring: true },
      metadata: {
        'idle-timeout-seconds': '',
        'proxy-mode': 'service_account',
        'post-startup-script': 'gs://acme-open/setup.sh',
        'startup-script': `export KEY=${SECRET}`,
      },
    },
  },
};

/** `count` resources of one kind: well and badly set ones in turn, the first one well. */
function many(count: number, name: (index: number) => string, kind: keyof typeof good): JsonObject[] {
  return Array.from(
    { length: count },
    (_, index): JsonObject => ({
      name: name(index + 1),
      // A Workbench instance has an id and no display name.
      ...(kind === 'instance' ? {} : { displayName: `${kind}-${index + 1}` }),
      createTime: '2026-11-20T08:00:00Z',
      updateTime: '2026-11-20T08:00:00Z',
      labels: { owner: index % 2 === 0 ? 'research' : 'nobody' },
      ...structuredClone((index % 2 === 0 ? good : bad)[kind]),
    }),
  );
}

const LONG_AGO = '2024-01-01T08:00:00Z';

function bucketNamed(name: string, rest: JsonObject): JsonObject {
  return { kind: 'storage#bucket', id: name, name, projectNumber: NUMBER, location: 'US', ...rest };
}

const vault: JsonObject = {
  iamConfiguration: { publicAccessPrevention: 'enforced', uniformBucketLevelAccess: { enabled: true } },
  versioning: { enabled: true },
  encryption: { defaultKmsKeyName: KEY },
  logging: { logBucket: 'acme-logs' },
  softDeletePolicy: { retentionDurationSeconds: '604800' },
  ipFilter: { mode: 'Enabled' },
  iamPolicy: policyOf('roles/storage.objectUser', `serviceAccount:${OWN_ACCOUNT}`),
};

/** The name that the Vertex AI SDK makes out of the project and its region; the bucket is of somebody else. */
const STAGING = `${PROJECT}-vertex-staging-${REGION}`;

/** One project in which every operation of every connector has something to answer, over several pages. */
export const sample: GcpDescription = {
  projects: {
    [PROJECT]: {
      name: 'Acme machine learning',
      collections: {
        ...around(PROJECT, KEY),
        ...identityOf(PROJECT),
        ...vertexCollections({
          parent,
          region: REGION,
          key: KEY,
          network: NETWORK,
          ownAccount: OWN_ACCOUNT,
          defaultAccount: DEFAULT_COMPUTE,
          secret: SECRET_OF_NO_FORM,
        }),
        [`locations/${REGION}/models`]: [
          ...many(6, (index) => `${parent}/models/${index}`, 'model'),
          {
            ...many(1, () => `${parent}/models/7`, 'model')[0],
            displayName: 'model-7',
            artifactUri: `gs://${STAGING}/vertex_ai_auto_staging/churn`,
          },
        ],
        [`locations/${REGION}/endpoints`]: many(5, (index) => `${parent}/endpoints/${index}`, 'endpoint'),
        [`locations/${REGION}/customJobs`]: [
          ...many(4, (index) => `${parent}/customJobs/${index}`, 'job'),
          { ...many(1, () => `${parent}/customJobs/90`, 'job')[0], createTime: LONG_AGO },
          {
            ...many(1, () => `${parent}/customJobs/91`, 'job')[0],
            state: 'JOB_STATE_SUCCEEDED',
            createTime: LONG_AGO,
          },
        ],
        [`locations/${REGION}-a/instances`]: many(
          4,
          (index) => `projects/${PROJECT}/locations/${REGION}-a/instances/desk-${index}`,
          'instance',
        ),
      },
      iamPolicy: {
        version: 3,
        etag: 'BwYQ',
        bindings: [
          { role: 'roles/editor', members: [`serviceAccount:${DEFAULT_COMPUTE}`] },
          { role: 'roles/aiplatform.admin', members: ['group:ml@example.com', 'user:somebody@gmail.com'] },
          { role: 'roles/owner', members: ['serviceAccount:ci@another-project.iam.gserviceaccount.com'] },
          {
            role: `projects/${PROJECT}/roles/modelReader`,
            members: [`serviceAccount:idle@${PROJECT}.iam.gserviceaccount.com`],
          },
        ],
        auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }] }],
      },
      buckets: [
        bucketNamed('acme-logs', vault),
        bucketNamed('acme-open', {
          iamConfiguration: {
            publicAccessPrevention: 'inherited',
            uniformBucketLevelAccess: { enabled: false },
          },
          softDeletePolicy: { retentionDurationSeconds: '0' },
          acl: [{ entity: `project-owners-${NUMBER}`, role: 'OWNER' }],
          defaultObjectAcl: [{ entity: 'allUsers', role: 'READER' }],
          iamPolicy: policyOf('roles/storage.objectAdmin', 'allUsers'),
        }),
        bucketNamed('acme-packages', vault),
        bucketNamed('acme-scripts', vault),
        bucketNamed('acme-unrelated', vault),
        bucketNamed('acme-vault', vault),
      ],
    },
  },
  bucketsOfOthers: [
    { kind: 'storage#bucket', id: STAGING, name: STAGING, projectNumber: '999999999999', location: 'US' },
  ],
};
