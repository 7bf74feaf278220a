import type { JsonObject } from '#shared/model/json.ts';

/** What the collections of the sample are made from. */
export interface Surroundings {
  /** `projects/<number>/locations/<region>` */
  readonly parent: string;
  readonly region: string;
  readonly key: string;
  readonly network: string;
  readonly ownAccount: string;
  readonly defaultAccount: string;
  /** A value that no connector may keep. */
  readonly secret: string;
}

const CREATED = { createTime: '2026-11-20T08:00:00Z', updateTime: '2026-11-20T08:00:00Z' };
const DIGEST = `sha256:${'0f'.repeat(32)}`;

/** One well and one badly set resource of each collection of Vertex AI beyond models, endpoints and custom jobs. */
export function vertexCollections(around: Surroundings): Record<string, JsonObject[]> {
  const { parent, region, key, network, ownAccount, defaultAccount, secret } = around;
  const encryptionSpec = { kmsKeyName: key };
  const attachment = `projects/acme-ml/regions/${region}/networkAttachments/jobs`;
  const everybody = {
    version: 1,
    etag: 'CAE=',
    bindings: [{ role: 'roles/aiplatform.user', members: ['allAuthenticatedUsers'] }],
  };
  const team = {
    version: 3,
    etag: 'CAI=',
    bindings: [
      {
        role: 'roles/aiplatform.user',
        members: ['group:ml@example.com'],
        condition: { title: 'until 2027', expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' },
      },
    ],
  };

  const goodJobSpec = {
    serviceAccount: ownAccount,
    network,
    baseOutputDirectory: { outputUriPrefix: 'gs://acme-vault/trials' },
    workerPoolSpecs: [{ containerSpec: { imageUri: `us-docker.pkg.dev/acme-ml/train/churn@${DIGEST}` } }],
  };
  const badJobSpec = {
    enableWebAccess: true,
    enableDashboardAccess: true,
    baseOutputDirectory: { outputUriPrefix: 'gs://acme-open/trials' },
    workerPoolSpecs: [
      {
        containerSpec: {
          imageUri: 'gcr.io/somebody/train',
          env: [{ name: 'WANDB_API_KEY', value: secret }],
          args: [`--token=${secret}`],
        },
      },
    ],
  };
  const goodRun = {
    encryptionSpec,
    serviceAccount: ownAccount,
    pscInterfaceConfig: { networkAttachment: attachment },
    templateUri: `https://${region}-kfp.pkg.dev/acme-ml/pipelines/churn/${DIGEST}`,
    runtimeConfig: {
      gcsOutputDirectory: 'gs://acme-vault/pipelines',
      parameterValues: { epochs: 3, dataset: 'churn', optimizer: { name: 'adam' } },
    },
    pipelineSpec: {
      schemaVersion: '2.1.0',
      pipelineInfo: { name: 'churn' },
      deploymentSpec: {
        executors: {
          'exec-train': {
            container: {
              image: `us-docker.pkg.dev/acme-ml/train/churn@${DIGEST}`,
              command: ['python', '-c', `key = "${secret}"`],
              env: [{ name: 'LOG_LEVEL', value: 'info' }],
            },
          },
          'importer-model': { importer: { artifactUri: { constant: 'gs://acme-vault/model' } } },
        },
      },
      root: { inputDefinitions: { parameters: { key: { defaultValue: secret } } } },
    },
  };
  const badRun = {
    templateUri: `https://${region}-kfp.pkg.dev/acme-ml/pipelines/churn/latest`,
    runtimeConfig: {
      gcsOutputDirectory: 'gs://acme-open/pipelines',
      parameterValues: { api_key: secret },
      parameters: { token: { stringValue: secret } },
    },
    pipelineSpec: {
      pipelineInfo: { name: 'leaky' },
      deploymentSpec: {
        executors: {
          'exec-train': {
            container: { image: 'python:3.12', env: [{ name: 'HF_TOKEN', value: secret }], args: [secret] },
          },
        },
      },
    },
  };
  const goodRuntime = {
    encryptionSpec,
    networkSpec: { network, subnetwork: `projects/acme-ml/regions/${region}/subnetworks/ml` },
    idleShutdownConfig: { idleTimeout: '3600s' },
    eucConfig: { bypassActasCheck: true },
    shieldedVmConfig: { enableSecureBoot: true },
    softwareConfig: {
      env: [{ name: 'LOG_LEVEL', value: 'info' }],
      postStartupScriptConfig: { postStartupScriptUrl: 'gs://acme-scripts/colab.sh' },
    },
  };
  const badRuntime = {
    networkSpec: { enableInternetAccess: true },
    idleShutdownConfig: { idleTimeout: '600s', idleShutdownDisabled: true },
    eucConfig: { eucDisabled: true },
    softwareConfig: {
      env: [{ name: 'OPENAI_API_KEY', value: secret }],
      postStartupScriptConfig: {
        postStartupScript: `export KEY=${secret}`,
        postStartupScriptUrl: 'gs://acme-open/colab.sh',
      },
    },
  };

  const pairs: Record<string, readonly [good: JsonObject, bad: JsonObject]> = {
    hyperparameterTuningJobs: [
      { encryptionSpec, state: 'JOB_STATE_RUNNING', trialJobSpec: goodJobSpec },
      {
        state: 'JOB_STATE_SUCCEEDED',
        trialJobSpec: badJobSpec,
        trials: [{ id: '1', webAccessUris: { 'workerpool0-0': `https://shell.example/${secret}` } }],
      },
    ],
    batchPredictionJobs: [
      {
        encryptionSpec,
        state: 'JOB_STATE_SUCCEEDED',
        model: `${parent}/models/1@2`,
        serviceAccount: ownAccount,
        inputConfig: { instancesFormat: 'jsonl', gcsSource: { uris: ['gs://acme-vault/in.jsonl'] } },
        outputConfig: {
          predictionsFormat: 'jsonl',
          gcsDestination: { outputUriPrefix: 'gs://acme-vault/out' },
        },
      },
      {
        state: 'JOB_STATE_SUCCEEDED',
        serviceAccount: defaultAccount,
        disableContainerLogging: true,
        modelParameters: { prompt: secret },
        outputConfig: {
          predictionsFormat: 'jsonl',
          gcsDestination: { outputUriPrefix: 'gs://acme-open/out' },
        },
      },
    ],
    trainingPipelines: [
      {
        encryptionSpec,
        state: 'PIPELINE_STATE_RUNNING',
        trainingTaskInputs: goodJobSpec,
        inputDataConfig: { datasetId: '1' },
      },
      {
        state: 'PIPELINE_STATE_SUCCEEDED',
        trainingTaskInputs: { ...badJobSpec, secretHandshake: secret },
        modelToUpload: { containerSpec: { imageUri: 'x', env: [{ name: 'HF_TOKEN', value: secret }] } },
      },
    ],
    pipelineJobs: [
      { ...goodRun, state: 'PIPELINE_STATE_RUNNING', jobDetail: { taskDetails: [{ taskName: secret }] } },
      { ...badRun, state: 'PIPELINE_STATE_FAILED' },
    ],
    tuningJobs: [
      {
        encryptionSpec,
        state: 'JOB_STATE_SUCCEEDED',
        baseModel: 'gemini-2.5-flash',
        tunedModelDisplayName: 'support-1',
        serviceAccount: ownAccount,
        supervisedTuningSpec: { trainingDatasetUri: 'gs://acme-vault/support.jsonl' },
        tuningDataStats: { supervisedTuningDataStats: { userDatasetExamples: [{ parts: [secret] }] } },
      },
      {
        state: 'JOB_STATE_SUCCEEDED',
        baseModel: 'gemini-2.5-flash',
        tunedModelDisplayName: 'support-2',
        supervisedTuningSpec: { trainingDatasetUri: 'gs://acme-open/support.jsonl' },
      },
    ],
    schedules: [
      { state: 'ACTIVE', cron: '0 3 * * *', createPipelineJobRequest: { pipelineJob: goodRun } },
      { state: 'ACTIVE', cron: '0 3 * * *', createPipelineJobRequest: { pipelineJob: badRun } },
    ],
    persistentResources: [
      {
        encryptionSpec,
        network,
        resourcePools: [{ id: 'pool' }],
        resourceRuntimeSpec: {
          serviceAccountSpec: { enableCustomServiceAccount: true, serviceAccount: ownAccount },
          raySpec: {},
        },
      },
      {
        resourcePools: [{ id: 'pool' }],
        resourceRuntimeSpec: { raySpec: { rayLogsSpec: { disabled: true } } },
        resourceRuntime: { accessUris: { RAY_DASHBOARD_URI: `https://ray.example/${secret}` } },
      },
    ],
    modelDeploymentMonitoringJobs: [
      {
        encryptionSpec,
        endpoint: `${parent}/endpoints/1`,
        state: 'JOB_STATE_RUNNING',
        modelMonitoringAlertConfig: { enableLogging: true },
      },
      {
        endpoint: `${parent}/endpoints/2`,
        state: 'JOB_STATE_PAUSED',
        modelMonitoringAlertConfig: { emailAlertConfig: {} },
        samplePredictInstance: { text: secret },
      },
    ],
    datasets: [
      {
        encryptionSpec,
        metadataSchemaUri: 'gs://google-cloud-aiplatform/schema/dataset/metadata/tabular_1.0.0.yaml',
        metadata: { inputConfig: { gcsSource: { uri: ['gs://acme-vault/table.csv'] } } },
      },
      {
        metadataSchemaUri: 'gs://google-cloud-aiplatform/schema/dataset/metadata/tabular_1.0.0.yaml',
        metadata: { inputConfig: { gcsSource: { uri: ['gs://acme-open/table.csv'] } }, prompt: secret },
      },
    ],
    featurestores: [{ encryptionSpec }, {}],
    featureOnlineStores: [
      {
        encryptionSpec,
        optimized: {},
        dedicatedServingEndpoint: {
          privateServiceConnectConfig: {
            enablePrivateServiceConnect: true,
            projectAllowlist: ['acme-app'],
          },
        },
      },
      { bigtable: { autoScaling: { minNodeCount: 1, maxNodeCount: 1 }, enableDirectBigtableAccess: true } },
    ],
    metadataStores: [{ encryptionSpec }, {}],
    tensorboards: [{ encryptionSpec, blobStoragePathPrefix: 'acme-vault/boards' }, {}],
    indexes: [
      { encryptionSpec, metadata: { contentsDeltaUri: 'gs://acme-vault/vectors' } },
      { metadata: { contentsDeltaUri: 'gs://acme-open/vectors' } },
    ],
    indexEndpoints: [
      {
        encryptionSpec,
        network,
        deployedIndexes: [
          {
            id: 'a',
            index: `${parent}/indexes/1`,
            enableAccessLogging: true,
            deployedIndexAuthConfig: { authProvider: { allowedIssuers: [ownAccount] } },
          },
        ],
      },
      {
        publicEndpointEnabled: true,
        publicEndpointDomainName: '1.us-central1-123456789012.vdb.vertexai.goog',
        deployedIndexes: [{ id: 'b', index: `${parent}/indexes/2` }],
      },
    ],
    ragCorpora: [
      { encryptionSpec, vectorDbConfig: { ragManagedDb: { knn: {} } } },
      {
        vectorDbConfig: {
          pinecone: { indexName: 'support' },
          apiAuth: {
            apiKeyConfig: {
              apiKeySecretVersion: 'projects/acme-ml/secrets/pinecone/versions/1',
              apiKeyString: secret,
            },
          },
        },
      },
    ],
    reasoningEngines: [
      {
        encryptionSpec,
        spec: {
          identityType: 'AGENT_IDENTITY',
          sourceCodeSpec: {
            inlineSource: { sourceArchive: secret },
            imageSpec: { buildArgs: { PIP_TOKEN: secret } },
          },
          deploymentSpec: {
            env: [{ name: 'LOG_LEVEL', value: 'info' }],
            secretEnv: [{ name: 'DB', secretRef: { secret: 'db', version: '3' } }],
            pscInterfaceConfig: { networkAttachment: attachment },
          },
        },
        iamPolicy: team,
      },
      {
        spec: {
          packageSpec: { pickleObjectGcsUri: 'gs://acme-open/agent.pkl' },
          deploymentSpec: { env: [{ name: 'OPENAI_API_KEY', value: secret }] },
        },
        iamPolicy: everybody,
      },
    ],
    extensions: [
      {
        manifest: {
          name: 'tickets',
          apiSpec: { openApiGcsUri: 'gs://acme-vault/tickets.yaml' },
          authConfig: {
            authType: 'GOOGLE_SERVICE_ACCOUNT_AUTH',
            googleServiceAccountConfig: { serviceAccount: ownAccount },
          },
        },
        privateServiceConnectConfig: {
          serviceDirectory: `projects/acme-ml/locations/${region}/namespaces/n/services/s`,
        },
      },
      {
        manifest: {
          name: 'weather',
          authConfig: { authType: 'NO_AUTH', oauthConfig: { accessToken: secret } },
        },
        runtimeConfig: { defaultParams: { api_key: secret } },
        toolUseExamples: [{ displayName: secret }],
      },
    ],
    cachedContents: [
      { model: 'gemini-2.5-flash', expireTime: '2026-11-21T08:00:00Z' },
      { model: 'gemini-2.5-flash', expireTime: '2027-11-21T08:00:00Z', systemInstruction: { text: secret } },
    ],
    notebookRuntimeTemplates: [
      { ...goodRuntime, iamPolicy: team },
      { ...badRuntime, iamPolicy: everybody },
    ],
    notebookRuntimes: [
      goodRuntime,
      { ...badRuntime, isUpgradable: true, proxyUri: `https://colab.example/${secret}` },
    ],
  };

  return Object.fromEntries(
    Object.entries(pairs).map(([collection, pair]) => [
      `locations/${region}/${collection}`,
      pair.map((resource, index) => ({
        name: `${parent}/${collection}/${index + 1}`,
        displayName: `${collection}-${index + 1}`,
        ...CREATED,
        labels: { owner: 'research' },
        ...resource,
      })),
    ]),
  );
}
