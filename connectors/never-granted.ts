import type { Provider } from '#shared/model/scope.ts';

/** Permissions that no role for reading holds, whatever connectors may come to declare. */
export interface NeverGranted {
  readonly provider: Provider;
  /** In the cloud's own spelling; Azure has no regard to case. */
  readonly permissions: RegExp;
  readonly reason: string;
  /** Some of them that exist: what `aispm doctor` looks for in what its identity was given. */
  readonly examples: readonly [string, ...string[]];
}

/**
 * What each kind of them would give whoever takes the reader over. The narrower reason comes first: the first that
 * fits is the one that is told. Names are those of AWS's service authorization reference, of Azure's resource
 * provider operations and of Google's predefined roles.
 */
export const NEVER_GRANTED: readonly NeverGranted[] = [
  {
    provider: 'aws',
    permissions: /\*/,
    reason: 'grants what nobody has looked at, and what the service adds later',
    examples: ['*', 'bedrock:*', 'bedrock-agentcore:Get*'],
  },
  {
    provider: 'aws',
    permissions:
      /^(sts:|kms:Decrypt$|secretsmanager:|ssm:GetParameter|ecr:GetAuthorizationToken$|iam:(Create|Reset)|bedrock-agentcore:Get(Resource(ApiKey|Oauth2Token|PaymentToken)|WorkloadAccessToken)|bedrock:GetDataSourceAuthorizationUrl$|[a-z0-9-]+:CreatePresigned)/,
    reason: 'hands out credentials, or what they are decrypted with',
    examples: [
      'bedrock-agentcore:GetResourceApiKey',
      'bedrock-agentcore:GetResourceOauth2Token',
      'bedrock-agentcore:GetWorkloadAccessToken',
      'kms:Decrypt',
      'sagemaker:CreatePresignedDomainUrl',
      'secretsmanager:GetSecretValue',
      'sts:AssumeRole',
    ],
  },
  {
    provider: 'aws',
    permissions: /:(Invoke|Call|Retrieve|Query|Chat|Rerank|Sample|Classify|Detect)/,
    reason: 'uses a model or an agent, at the owner’s cost and with its answers',
    examples: ['bedrock:InvokeModel', 'bedrock:Retrieve', 'kendra:Query', 'sagemaker:InvokeEndpoint'],
  },
  {
    provider: 'aws',
    permissions:
      /^(s3:(GetObject|ListBucket)|bedrock:Get(AgentMemory|Session|InvocationStep|DocumentContent|KnowledgeBaseDocuments)|bedrock-agentcore:(Get|List)(MemoryRecords?|Events?)$|sagemaker:(Get|BatchGet)Record$|s3vectors:(Get|List)Vectors$|qbusiness:(ListMessages|GetDocumentContent|GetMedia)$|logs:(Get|Filter)Log|logs:GetQueryResults$|lambda:GetFunction$|ecr:(BatchGetImage|GetDownloadUrlForLayer)$)/,
    reason: 'reads data: prompts, memories, records, objects or code',
    examples: [
      'bedrock-agentcore:ListMemoryRecords',
      'bedrock:GetAgentMemory',
      'lambda:GetFunction',
      'logs:GetLogEvents',
      's3:GetObject',
      'sagemaker:GetRecord',
    ],
  },
  {
    provider: 'azure',
    permissions: /\*/,
    reason: 'grants what nobody has looked at, and what the provider adds later',
    examples: ['*', '*/read', 'Microsoft.CognitiveServices/*'],
  },
  {
    provider: 'azure',
    permissions:
      /\/(list\w*(keys?|secrets?|credentials?|tokens?|sas|connectionstrings)|regenerate\w*|readSecrets|issueToken|token|secrets|getAccessToken)\/(action|read)$/i,
    reason: 'hands out keys, secrets or tokens',
    examples: [
      'Microsoft.CognitiveServices/accounts/listKeys/action',
      'Microsoft.ContainerRegistry/registries/listCredentials/action',
      'Microsoft.MachineLearningServices/workspaces/connections/listsecrets/action',
      'Microsoft.MachineLearningServices/workspaces/datastores/listsecrets/action',
      'Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read',
      'Microsoft.MachineLearningServices/workspaces/metadata/secrets/read',
      'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/listKeys/action',
      'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/token/action',
      'Microsoft.Search/searchServices/listAdminKeys/action',
      'Microsoft.Search/searchServices/listQueryKeys/action',
      'Microsoft.Storage/storageAccounts/listKeys/action',
    ],
  },
  {
    provider: 'azure',
    permissions: /\/(score|query\w*|predict\w*)\/(\w+\/)*(action|read)$/i,
    reason: 'uses a model, or queries what is stored',
    examples: [
      'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action',
      'Microsoft.OperationalInsights/workspaces/query/read',
    ],
  },
  {
    provider: 'azure',
    permissions:
      /\/(metadata\/(artifacts|snapshots)|datasets\/registered\/preview|notebooks\/storage|registries\/pull|blobs|documents)\/read$/i,
    reason: 'reads data: artefacts, notebooks, images or documents',
    examples: [
      'Microsoft.ContainerRegistry/registries/pull/read',
      'Microsoft.MachineLearningServices/workspaces/datasets/registered/preview/read',
      'Microsoft.MachineLearningServices/workspaces/metadata/artifacts/read',
      'Microsoft.MachineLearningServices/workspaces/notebooks/storage/read',
    ],
  },
  {
    provider: 'azure',
    permissions: /\/(?!read$)[^/]+$/i,
    reason: 'writes, deletes or acts',
    examples: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.CognitiveServices/accounts/write',
      'Microsoft.MachineLearningServices/workspaces/computes/write',
      'Microsoft.MachineLearningServices/workspaces/jobs/write',
      'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    ],
  },
  {
    provider: 'gcp',
    permissions: /\*/,
    reason: 'is no permission of a custom role, and would grant what nobody has looked at',
    examples: ['aiplatform.*'],
  },
  {
    provider: 'gcp',
    permissions:
      /getAccessToken|getOpenIdToken|implicitDelegation|retrieveCredentials|getKeyString|^iam\.serviceAccounts\.(actAs|sign)|^iam\.serviceAccountKeys\.create$|^secretmanager\.versions\.access$|^storage\.hmacKeys\.create$|^apikeys\.keys\.create$/,
    reason: 'hands out keys or tokens, or lets act as another',
    examples: [
      'apikeys.keys.getKeyString',
      'iam.serviceAccountKeys.create',
      'iam.serviceAccounts.actAs',
      'iam.serviceAccounts.getAccessToken',
      'iam.serviceAccounts.signJwt',
      'secretmanager.versions.access',
      'storage.hmacKeys.create',
    ],
  },
  {
    provider: 'gcp',
    permissions:
      /\.(\w*predict\w*|explain|query\w*|execute|run|chat|detectIntent|runSession)$|\.servingConfigs\.(search|answer)$/i,
    reason: 'uses a model, an agent or an index, at the owner’s cost and with its answers',
    examples: [
      'aiplatform.endpoints.explain',
      'aiplatform.endpoints.predict',
      'aiplatform.indexEndpoints.queryVectors',
      'aiplatform.ragCorpora.query',
      'aiplatform.reasoningEngines.query',
      'dialogflow.sessions.detectIntent',
      'discoveryengine.servingConfigs.search',
    ],
  },
  {
    provider: 'gcp',
    permissions:
      /^aiplatform\.(memories|sessions|sessionEvents|tensorboardTimeSeries|edgeDeviceDebugInfo)\.get$|^aiplatform\.(memories|sessions|sessionEvents)\.list$|^(storage\.objects|discoveryengine\.(documents|sessions|conversations)|dialogflow\.(conversations|messages)|logging\.(logEntries|privateLogEntries))\.|\.getData$|getSerialPortOutput$/,
    reason: 'reads data: prompts, memories, documents, objects or logs',
    examples: [
      'aiplatform.memories.list',
      'aiplatform.sessions.get',
      'bigquery.tables.getData',
      'discoveryengine.documents.get',
      'logging.privateLogEntries.list',
      'storage.objects.get',
    ],
  },
  {
    provider: 'gcp',
    permissions: /\.(?!get|list|search)[A-Za-z]+$/,
    reason: 'writes, exports or runs',
    examples: [
      'aiplatform.customJobs.create',
      'aiplatform.endpoints.deploy',
      'aiplatform.featurestores.readFeatures',
      'aiplatform.models.export',
      'notebooks.instances.use',
      'resourcemanager.projects.setIamPolicy',
    ],
  },
];

/** Why a permission has no place in a role for reading; nothing where it may have one. */
export const neverGranted = (provider: Provider, permission: string): NeverGranted | undefined =>
  NEVER_GRANTED.find((kind) => kind.provider === provider && kind.permissions.test(permission));
