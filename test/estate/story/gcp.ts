import type { GcpDescription } from '../description.ts';

const PROJECT = 'nordlicht-pricing';
const REGION = 'europe-west3';
const parent = `projects/${PROJECT}/locations/${REGION}`;
const KEY = `projects/${PROJECT}/locations/${REGION}/keyRings/ai/cryptoKeys/models`;
const DEFAULT_COMPUTE = '640000000001-compute@developer.gserviceaccount.com';
const SERVING = `pricing-serving@${PROJECT}.iam.gserviceaccount.com`;

export const gcp: GcpDescription = {
  projects: {
    [PROJECT]: {
      name: 'Nordlicht Pricing',
      collections: {
        [`locations/${REGION}/models`]: [
          {
            name: `${parent}/models/4799834997928230912`,
            displayName: 'tariff-gbm',
            artifactUri: 'gs://nordlicht-pricing-models/tariff/',
            containerSpec: {
              imageUri: 'europe-docker.pkg.dev/vertex-ai/prediction/sklearn-cpu.1-5:latest',
              env: [{ name: 'DB_PASSWORD', value: 'must-never-leave-the-connector' }],
            },
            supportedExportFormats: [{ id: 'custom-trained', exportableContents: ['ARTIFACT'] }],
            versionId: '1',
            labels: { owner: 'pricing' },
            createTime: '2026-03-01T08:00:00Z',
            updateTime: '2026-03-01T08:00:00Z',
          },
          {
            name: `${parent}/models/7954043586947842048`,
            displayName: 'tariff-gbm-hardened',
            artifactUri: 'gs://nordlicht-pricing-vault/tariff/',
            containerSpec: {
              imageUri:
                'europe-west3-docker.pkg.dev/nordlicht-pricing/serving/tariff@sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
            },
            encryptionSpec: { kmsKeyName: KEY },
            versionId: '1',
            labels: { owner: 'pricing' },
            createTime: '2026-08-01T08:00:00Z',
            updateTime: '2026-08-01T08:00:00Z',
          },
        ],
        [`locations/${REGION}/endpoints`]: [
          {
            name: `${parent}/endpoints/8574775075432038400`,
            displayName: 'tariff',
            deployedModels: [
              {
                id: '1',
                model: `${parent}/models/4799834997928230912`,
                displayName: 'tariff-gbm',
                disableContainerLogging: true,
                dedicatedResources: {
                  machineSpec: { machineType: 'n2-standard-4' },
                  minReplicaCount: 1,
                  maxReplicaCount: 1,
                },
              },
            ],
            trafficSplit: { '1': 100 },
            labels: { owner: 'pricing' },
            createTime: '2026-03-01T08:00:00Z',
            updateTime: '2026-03-01T08:00:00Z',
          },
          {
            name: `${parent}/endpoints/1234567890123456789`,
            displayName: 'tariff-private',
            deployedModels: [
              {
                id: '2',
                model: `${parent}/models/7954043586947842048`,
                displayName: 'tariff-gbm-hardened',
                serviceAccount: SERVING,
                enableAccessLogging: true,
                dedicatedResources: {
                  machineSpec: { machineType: 'n2-standard-4' },
                  minReplicaCount: 2,
                  maxReplicaCount: 4,
                },
              },
            ],
            trafficSplit: { '2': 100 },
            encryptionSpec: { kmsKeyName: KEY },
            dedicatedEndpointEnabled: true,
            privateServiceConnectConfig: {
              enablePrivateServiceConnect: true,
              projectAllowlist: ['nordlicht-web'],
            },
            predictRequestResponseLoggingConfig: {
              enabled: true,
              samplingRate: 0.1,
              bigqueryDestination: { outputUri: 'bq://nordlicht-pricing.serving.requests' },
            },
            modelDeploymentMonitoringJob: `${parent}/modelDeploymentMonitoringJobs/99`,
            labels: { owner: 'pricing' },
            createTime: '2026-08-01T08:00:00Z',
            updateTime: '2026-08-01T08:00:00Z',
          },
        ],
        [`locations/${REGION}/customJobs`]: [
          {
            name: `${parent}/customJobs/5550001`,
            displayName: 'tariff-nightly',
            state: 'JOB_STATE_RUNNING',
            jobSpec: {
              enableWebAccess: true,
              workerPoolSpecs: [
                {
                  replicaCount: '1',
                  machineSpec: { machineType: 'n2-standard-32' },
                  containerSpec: {
                    imageUri: 'gcr.io/nordlicht-pricing/train:latest',
                    env: [{ name: 'WANDB_API_KEY', value: 'must-never-leave-the-connector' }],
                  },
                },
              ],
              baseOutputDirectory: { outputUriPrefix: 'gs://nordlicht-pricing-models/nightly/' },
            },
            labels: { owner: 'pricing' },
            createTime: '2026-11-22T01:00:00Z',
            startTime: '2026-11-22T01:01:00Z',
            updateTime: '2026-11-22T01:01:00Z',
          },
        ],
        'locations/-/instances': [
          {
            name: `projects/${PROJECT}/locations/${REGION}-a/instances/actuary-1`,
            state: 'ACTIVE',
            creator: 'lena@nordlicht.example',
            gceSetup: {
              machineType: `https://www.googleapis.com/compute/v1/projects/${PROJECT}/zones/${REGION}-a/machineTypes/e2-standard-8`,
              serviceAccounts: [
                { email: DEFAULT_COMPUTE, scopes: ['https://www.googleapis.com/auth/cloud-platform'] },
              ],
              bootDisk: { diskSizeGb: '150', diskType: 'PD_BALANCED', diskEncryption: 'GMEK' },
              networkInterfaces: [
                {
                  network: `projects/${PROJECT}/global/networks/default`,
                  accessConfigs: [{ externalIp: '203.0.113.17' }],
                },
              ],
              shieldedInstanceConfig: { enableVtpm: true, enableIntegrityMonitoring: true },
              metadata: { 'proxy-mode': 'service_account' },
            },
            labels: { owner: 'actuaries' },
            createTime: '2026-05-01T08:00:00Z',
            updateTime: '2026-05-01T08:00:00Z',
          },
        ],
      },
      iamPolicy: {
        version: 1,
        etag: 'BwYQ',
        bindings: [
          { role: 'roles/owner', members: ['user:cto@nordlicht.example'] },
          { role: 'roles/editor', members: [`serviceAccount:${DEFAULT_COMPUTE}`] },
          {
            role: 'roles/aiplatform.admin',
            members: ['user:contractor@gmail.com', 'group:pricing@nordlicht.example'],
          },
          { role: 'roles/aiplatform.user', members: [`serviceAccount:${SERVING}`] },
        ],
      },
      buckets: [
        {
          kind: 'storage#bucket',
          id: 'nordlicht-pricing-models',
          name: 'nordlicht-pricing-models',
          location: 'EU',
          projectNumber: '640000000001',
          iamConfiguration: {
            publicAccessPrevention: 'inherited',
            uniformBucketLevelAccess: { enabled: false },
          },
          labels: { owner: 'pricing' },
          timeCreated: '2025-01-01T08:00:00Z',
          iamPolicy: {
            version: 1,
            etag: 'CAE',
            bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }],
          },
        },
        {
          kind: 'storage#bucket',
          id: 'nordlicht-pricing-vault',
          name: 'nordlicht-pricing-vault',
          location: 'EUROPE-WEST3',
          projectNumber: '640000000001',
          iamConfiguration: {
            publicAccessPrevention: 'enforced',
            uniformBucketLevelAccess: { enabled: true },
          },
          versioning: { enabled: true },
          softDeletePolicy: { retentionDurationSeconds: '604800' },
          encryption: { defaultKmsKeyName: KEY },
          logging: { logBucket: 'nordlicht-logs', logObjectPrefix: 'vault' },
          labels: { owner: 'pricing' },
          timeCreated: '2026-07-01T08:00:00Z',
          iamPolicy: {
            version: 1,
            etag: 'CAE',
            bindings: [{ role: 'roles/storage.objectUser', members: [`serviceAccount:${SERVING}`] }],
          },
        },
      ],
    },
  },
};
