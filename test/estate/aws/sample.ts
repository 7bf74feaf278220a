import type { JsonObject } from '#shared/model/json.ts';
import type { AwsDescription } from '../description.ts';
import { sampleResources } from './services.ts';

/** Where the estate's assets are; the scanner starts in {@link HOME} and enters by the reader role. */
export const HOME = '111122223333';
export const MEMBER = '444455556666';
export const REGION = 'eu-west-1';

const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:${REGION}:${MEMBER}:${resource}`;
const KEY = arn('kms', 'key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001');
const roleArn = (name: string): string => `arn:aws:iam::${MEMBER}:role/${name}`;
const THEN = '2026-11-20T08:00:00.000Z';
const TIMES = { CreationTime: THEN, LastModifiedTime: THEN };
const VPC = { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] };
const tags = [{ Key: 'owner', Value: 'ml' }];

const notebook = (name: string, more: JsonObject): JsonObject => ({
  NotebookInstanceName: name,
  NotebookInstanceArn: arn('sagemaker', `notebook-instance/${name}`),
  NotebookInstanceStatus: 'InService',
  FailureReason: 'the password swordfish was wrong',
  RoleArn: roleArn('training'),
  ...TIMES,
  Tags: tags,
  ...more,
});

const model = (name: string, more: JsonObject): JsonObject => ({
  ModelName: name,
  ModelArn: arn('sagemaker', `model/${name}`),
  ExecutionRoleArn: roleArn('training'),
  CreationTime: THEN,
  Tags: tags,
  ...more,
});

const job = (name: string, more: JsonObject): JsonObject => ({
  TrainingJobName: name,
  TrainingJobArn: arn('sagemaker', `training-job/${name}`),
  TrainingJobStatus: 'Completed',
  RoleArn: roleArn('training'),
  AlgorithmSpecification: { TrainingInputMode: 'File', TrainingImage: 'image:1' },
  OutputDataConfig: { S3OutputPath: 's3://sample-models/out' },
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 30 },
  ...TIMES,
  Tags: tags,
  ...more,
});

const endpoint = (name: string): JsonObject => ({
  EndpointName: name,
  EndpointArn: arn('sagemaker', `endpoint/${name}`),
  EndpointConfigName: name,
  EndpointStatus: 'InService',
  FailureReason: 'the password swordfish was wrong',
  DataCaptureConfig: {
    EnableCapture: true,
    CaptureStatus: 'Started',
    CurrentSamplingPercentage: 10,
    DestinationS3Uri: 's3://sample-captured/',
    KmsKeyId: KEY,
  },
  ...TIMES,
  Tags: tags,
});

const endpointConfig = (name: string, modelName: string, more: JsonObject = {}): JsonObject => ({
  EndpointConfigName: name,
  EndpointConfigArn: arn('sagemaker', `endpoint-config/${name}`),
  ProductionVariants: [
    { VariantName: 'a', ModelName: modelName, InstanceType: 'ml.m5.large', InitialInstanceCount: 2 },
  ],
  ExplainerConfig: {
    ClarifyExplainerConfig: { ShapConfig: { ShapBaselineConfig: { ShapBaseline: '1,swordfish' } } },
  },
  CreationTime: THEN,
  ...more,
});

const filter = (type: string, outputStrength = 'HIGH', action = 'BLOCK'): JsonObject => ({
  type,
  inputStrength: 'HIGH',
  outputStrength,
  inputModalities: ['TEXT', 'IMAGE'],
  inputAction: action,
  outputAction: action,
  inputEnabled: true,
  outputEnabled: true,
});

const guardrail = (id: string, version: string, more: JsonObject = {}): JsonObject => ({
  name: id,
  guardrailId: id,
  guardrailArn: arn('bedrock', `guardrail/${id}`),
  version,
  status: 'READY',
  createdAt: THEN,
  updatedAt: THEN,
  description: 'Keeps swordfish in.',
  blockedInputMessaging: 'Do not say swordfish.',
  blockedOutputsMessaging: 'Do not say swordfish.',
  tags: [{ key: 'owner', value: 'assistants' }],
  ...more,
});

const strong: JsonObject = {
  kmsKeyArn: KEY,
  contentPolicy: {
    filters: [
      filter('PROMPT_ATTACK', 'NONE'),
      ...['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'].map((type) => filter(type)),
    ],
    tier: { tierName: 'STANDARD' },
  },
  topicPolicy: {
    topics: [
      {
        name: 'law',
        definition: 'advice',
        examples: ['Is swordfish legal?'],
        type: 'DENY',
        inputAction: 'BLOCK',
      },
    ],
  },
  wordPolicy: {
    words: [{ text: 'swordfish', inputAction: 'BLOCK' }],
    managedWordLists: [{ type: 'PROFANITY', inputAction: 'BLOCK' }],
  },
  sensitiveInformationPolicy: { piiEntities: [{ type: 'EMAIL', action: 'ANONYMIZE' }] },
  contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', threshold: 0.7, action: 'BLOCK' }] },
};

const agent = (id: string, guardrailVersion: string | undefined): JsonObject => {
  const guardrailConfiguration = guardrailVersion && {
    guardrailIdentifier: 'grstrong',
    guardrailVersion,
  };
  const version: JsonObject = {
    version: '2',
    agentStatus: 'PREPARED',
    failureReasons: ['the password swordfish was wrong'],
    ...(guardrailConfiguration ? { guardrailConfiguration } : {}),
  };
  return {
    agentId: id,
    agentName: id.toLowerCase(),
    agentArn: arn('bedrock', `agent/${id}`),
    agentVersion: 'DRAFT',
    agentStatus: 'PREPARED',
    instruction: 'You are a helpful assistant with the password swordfish.',
    failureReasons: ['the password swordfish was wrong'],
    idleSessionTTLInSeconds: 600,
    foundationModel: 'anthropic.claude-v2:1',
    agentCollaboration: id === 'AGGUARDED' ? 'SUPERVISOR' : 'DISABLED',
    agentResourceRoleArn: roleArn('agent'),
    createdAt: THEN,
    updatedAt: THEN,
    tags: { owner: 'assistants' },
    aliases: ['TSTALIASID', 'LIVE', 'CANARY'].map((alias) => ({
      agentAliasId: alias,
      agentAliasName: alias.toLowerCase(),
      agentAliasStatus: 'PREPARED',
      routingConfiguration: [{ agentVersion: alias === 'TSTALIASID' ? 'DRAFT' : '2' }],
      createdAt: THEN,
      updatedAt: THEN,
    })),
    versions: [version],
  };
};

/** What AWS Resource Access Manager writes where a model is shared. */
const SHARED_MODEL = JSON.stringify({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: '999988887777' },
      Action: ['bedrock:GetCustomModel', 'bedrock:CreateModelCopyJob'],
      Resource: arn('bedrock', 'custom-model/tuned-2'),
    },
  ],
});

const knowledgeBase = (id: string): JsonObject => ({
  knowledgeBaseId: id,
  name: id.toLowerCase(),
  knowledgeBaseArn: arn('bedrock', `knowledge-base/${id}`),
  roleArn: roleArn('agent'),
  knowledgeBaseConfiguration: {
    type: id === 'KB3' ? 'MANAGED' : 'VECTOR',
    sqlKnowledgeBaseConfiguration: {
      type: 'REDSHIFT',
      redshiftConfiguration: {
        queryGenerationConfiguration: {
          generationContext: { curatedQueries: [{ naturalLanguage: 'Who is swordfish?', sql: 'SELECT 1' }] },
        },
      },
    },
  },
  failureReasons: ['the password swordfish was wrong'],
  status: 'ACTIVE',
  createdAt: THEN,
  updatedAt: THEN,
  tags: { owner: 'assistants' },
  dataSources: ['DS1', 'DS2', 'DS3'].map((dataSourceId, index) => ({
    knowledgeBaseId: id,
    dataSourceId,
    name: dataSourceId,
    status: 'AVAILABLE',
    createdAt: THEN,
    updatedAt: THEN,
    dataSourceConfiguration: {
      type: 'S3',
      s3Configuration: {
        // Of the last one the bucket was deleted, and anybody may take its name.
        bucketArn: index === 2 ? 'arn:aws:s3:::sample-retired' : 'arn:aws:s3:::sample-documents',
      },
    },
    failureReasons: ['the password swordfish was wrong'],
    vectorIngestionConfiguration: {
      parsingConfiguration: {
        parsingStrategy: 'BEDROCK_FOUNDATION_MODEL',
        bedrockFoundationModelConfiguration: {
          modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
          parsingPrompt: { parsingPromptText: 'Say swordfish.' },
        },
      },
    },
    ...(index === 0 ? { serverSideEncryptionConfiguration: { kmsKeyArn: KEY } } : {}),
  })),
});

const bucket = (name: string, more: JsonObject = {}): JsonObject => ({
  Name: name,
  Policy: JSON.stringify({
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  }),
  PolicyStatus: { IsPublic: false },
  PublicAccessBlockConfiguration: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
  ServerSideEncryptionConfiguration: {
    Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } }],
  },
  Versioning: { Status: 'Enabled' },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  TagSet: tags,
  ...more,
});

const encoded = (document: JsonObject): string => encodeURIComponent(JSON.stringify(document));

const role = (
  name: string,
  service: string,
  attached: readonly string[],
  condition?: JsonObject,
): JsonObject => ({
  Path: '/',
  RoleName: name,
  RoleId: `AROA${name.toUpperCase()}`,
  Arn: roleArn(name),
  CreateDate: THEN,
  AssumeRolePolicyDocument: encoded({
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        ...(condition ? { Condition: condition } : {}),
      },
    ],
  }),
  RolePolicyList: [
    {
      PolicyName: 'read',
      PolicyDocument: encoded({
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::sample-documents/*' }],
      }),
    },
  ],
  AttachedManagedPolicies: attached.map((policy) => ({
    PolicyName: policy,
    PolicyArn: `arn:aws:iam::${MEMBER}:policy/${policy}`,
  })),
  Tags: tags,
});

/** The instance that has it is in `services/ec2-instances.ts`. */
const gpuProfile: JsonObject = {
  Path: '/',
  InstanceProfileName: 'gpu',
  InstanceProfileId: 'AIPAGPU',
  Arn: `arn:aws:iam::${MEMBER}:instance-profile/gpu`,
  CreateDate: THEN,
  Roles: [{ Path: '/', RoleName: 'gpu', RoleId: 'AROAGPU', Arn: roleArn('gpu'), CreateDate: THEN }],
};

const policy = (name: string, statement: JsonObject): JsonObject => ({
  PolicyName: name,
  Arn: `arn:aws:iam::${MEMBER}:policy/${name}`,
  DefaultVersionId: 'v2',
  PolicyVersionList: [
    { VersionId: 'v1', IsDefaultVersion: false, Document: encoded({ Statement: [] }) },
    { VersionId: 'v2', IsDefaultVersion: true, Document: encoded({ Statement: [statement] }) },
  ],
});

const user = (UserName: string, Action: string | undefined, more: JsonObject = {}): JsonObject => ({
  Path: '/',
  UserName,
  UserId: `AIDA${UserName.toUpperCase()}`,
  Arn: `arn:aws:iam::${MEMBER}:user/${UserName}`,
  CreateDate: THEN,
  UserPolicyList: Action
    ? [
        {
          PolicyName: 'work',
          PolicyDocument: encoded({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] }),
        },
      ]
    : [],
  GroupList: [],
  AttachedManagedPolicies: [],
  Tags: tags,
  ...more,
});

const bedrockKey = (UserName: string, more: JsonObject = {}): JsonObject => ({
  UserName,
  Status: 'Active',
  ServiceCredentialAlias: `${UserName}-at-1`,
  CreateDate: THEN,
  ServiceSpecificCredentialId: `ACCA${UserName.toUpperCase()}`,
  ServiceName: 'bedrock.amazonaws.com',
  ...more,
});

/** Fewer than there are of anything, so that every list has a second page. */
export const PAGE_SIZE = 2;

/** Every kind of AWS asset, some well kept and some not. */
export const sample: AwsDescription = {
  homeAccount: HOME,
  accounts: {
    [HOME]: { name: 'security', regions: { [REGION]: {} } },
    [MEMBER]: {
      name: 'ml',
      roles: [
        role('training', 'sagemaker.amazonaws.com', ['everything']),
        role('agent', 'bedrock.amazonaws.com', ['nothing'], {
          StringEquals: { 'aws:SourceAccount': MEMBER },
        }),
        role('bedrock-open', 'bedrock.amazonaws.com', ['nothing']),
        role('web', 'ec2.amazonaws.com', ['everything']),
        role('caller', 'lambda.amazonaws.com', ['invoking']),
        // What the AI estate is reached by without an action of its services, and one that reaches nothing.
        role('deployer', 'codebuild.amazonaws.com', ['deploying']),
        { ...role('gpu', 'ec2.amazonaws.com', ['nothing']), InstanceProfileList: [gpuProfile] },
        { ...role('gatherer', 'ecs-tasks.amazonaws.com', ['counting']), RolePolicyList: [] },
      ],
      users: [
        user('invoker', 'bedrock:InvokeModel', {
          PermissionsBoundary: {
            PermissionsBoundaryType: 'Policy',
            PermissionsBoundaryArn: `arn:aws:iam::${MEMBER}:policy/everything`,
          },
        }),
        user('keyholder', undefined),
        user('scientist', undefined, { GroupList: ['science'] }),
        user('bookkeeper', 's3:GetObject', {
          AttachedManagedPolicies: [
            { PolicyName: 'deploying', PolicyArn: `arn:aws:iam::${MEMBER}:policy/deploying` },
          ],
          PermissionsBoundary: {
            PermissionsBoundaryType: 'Policy',
            PermissionsBoundaryArn: `arn:aws:iam::${MEMBER}:policy/bounding`,
          },
        }),
      ],
      groups: [
        {
          Path: '/',
          GroupName: 'science',
          GroupId: 'AGPASCIENCE',
          Arn: `arn:aws:iam::${MEMBER}:group/science`,
          CreateDate: THEN,
          GroupPolicyList: [
            {
              PolicyName: 'train',
              PolicyDocument: encoded({
                Statement: [{ Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' }],
              }),
            },
          ],
          AttachedManagedPolicies: [],
        },
      ],
      serviceSpecificCredentials: [
        bedrockKey('keyholder'),
        bedrockKey('keyholder', {
          ServiceSpecificCredentialId: 'ACCASHORT',
          ExpirationDate: '2026-12-22T06:00:00Z',
        }),
        bedrockKey('invoker', { Status: 'Inactive' }),
      ],
      lastAccessed: {
        [`arn:aws:iam::${MEMBER}:user/invoker`]: {
          ServicesLastAccessed: [
            { ServiceName: 'Amazon Bedrock', ServiceNamespace: 'bedrock', LastAuthenticated: THEN },
            { ServiceName: 'Amazon S3', ServiceNamespace: 's3', LastAuthenticated: THEN },
          ],
        },
        [`arn:aws:iam::${MEMBER}:user/scientist`]: {
          ServicesLastAccessed: [{ ServiceName: 'Amazon SageMaker', ServiceNamespace: 'sagemaker' }],
        },
      },
      policies: [
        policy('everything', { Effect: 'Allow', Action: '*', Resource: '*' }),
        policy('bounding', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        policy('invoking', { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }),
        policy('nothing', { Effect: 'Deny', Action: '*', Resource: '*' }),
        policy('deploying', { Effect: 'Allow', Action: ['ecr:Put*', 'lambda:Update*'], Resource: '*' }),
        policy('counting', { Effect: 'Allow', Action: 'cloudwatch:PutMetricData', Resource: '*' }),
        policy('unused', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      ],
      regions: {
        [REGION]: {
          resources: sampleResources,
          notebookInstances: [
            notebook('good', {
              DirectInternetAccess: 'Disabled',
              RootAccess: 'Disabled',
              SubnetId: 'subnet-0b1c2d3e',
              KmsKeyId: KEY,
              PlatformIdentifier: 'notebook-al2023-v1',
              InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
            }),
            ...['bad-1', 'bad-2'].map((name) =>
              notebook(name, {
                DirectInternetAccess: 'Enabled',
                RootAccess: 'Enabled',
                PlatformIdentifier: 'notebook-al2-v2',
              }),
            ),
          ],
          domains: ['d-1', 'd-2', 'd-3'].map((id, index) => ({
            DomainId: id,
            DomainName: `domain ${id}`,
            DomainArn: arn('sagemaker', `domain/${id}`),
            Status: 'InService',
            FailureReason: 'the password swordfish was wrong',
            AuthMode: index === 0 ? 'SSO' : 'IAM',
            AppNetworkAccessType: index === 0 ? 'VpcOnly' : 'PublicInternetOnly',
            ...(index === 0 ? { KmsKeyId: KEY } : {}),
            DefaultUserSettings: {
              ExecutionRole: roleArn('training'),
              ...(index === 1
                ? {
                    JupyterLabAppSettings: {
                      LifecycleConfigArns: [arn('sagemaker', 'studio-lifecycle-config/clean')],
                    },
                  }
                : {}),
              SharingSettings: { NotebookOutputOption: 'Disabled' },
            },
            DomainSettings: { ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' },
            ...TIMES,
            Tags: tags,
          })),
          models: [
            model('isolated', {
              EnableNetworkIsolation: true,
              VpcConfig: VPC,
              PrimaryContainer: {
                Image: 'image:1',
                ImageConfig: { RepositoryAccessMode: 'Vpc' },
                ModelDataUrl: 's3://sample-models/isolated.tar.gz',
                Environment: { LOG_LEVEL: 'info' },
              },
            }),
            model('pipeline', {
              EnableNetworkIsolation: false,
              Containers: [
                { Image: 'image:2', ImageConfig: { RepositoryAccessMode: 'Platform' } },
                { Image: 'image:3', Environment: { HF_TOKEN: 'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' } },
              ],
            }),
            model('other-1', {
              PrimaryContainer: { Image: `${MEMBER}.dkr.ecr.${REGION}.amazonaws.com/churn:4` },
            }),
          ],
          endpoints: ['live', 'second', 'third'].map(endpoint),
          endpointConfigs: [
            endpointConfig('live', 'isolated', {
              KmsKeyId: KEY,
              DataCaptureConfig: {
                EnableCapture: true,
                InitialSamplingPercentage: 10,
                DestinationS3Uri: 's3://sample-captured/',
                KmsKeyId: KEY,
                CaptureOptions: [{ CaptureMode: 'Input' }],
              },
            }),
            endpointConfig('second', 'pipeline'),
            endpointConfig('third', 'other-1'),
          ],
          trainingJobs: [
            job('sound', {
              TrainingJobStatus: 'InProgress',
              OutputDataConfig: { S3OutputPath: `s3://sagemaker-${REGION}-${MEMBER}/out` },
              EnableNetworkIsolation: true,
              EnableInterContainerTrafficEncryption: true,
              VpcConfig: VPC,
              HyperParameters: { epochs: '3', api_key: 'sk-abcdefghijklmnopqrstuvwx' },
            }),
            ...['job-1', 'job-2'].map((name) =>
              job(name, {
                AlgorithmSpecification: { TrainingInputMode: 'File', TrainingImage: `image:${name}` },
              }),
            ),
            job('long-ago', {
              CreationTime: '2025-01-01T00:00:00.000Z',
              LastModifiedTime: '2025-01-01T00:00:00.000Z',
            }),
          ],
          guardrails: [
            guardrail('grstrong', '1', strong),
            guardrail('grstrong', '2', strong),
            guardrail('grweak', 'DRAFT', {
              resourcePolicy: JSON.stringify({
                Statement: [{ Effect: 'Allow', Principal: '*', Action: 'bedrock:ApplyGuardrail' }],
              }),
            }),
            guardrail('grnotes', 'DRAFT', {
              contentPolicy: { filters: [filter('PROMPT_ATTACK', 'NONE', 'NONE')] },
            }),
          ],
          agents: [agent('AGGUARDED', '2'), agent('AGDRAFT', 'DRAFT'), agent('AGBARE', undefined)],
          knowledgeBases: ['KB1', 'KB2', 'KB3'].map(knowledgeBase),
          customModels: ['tuned-1', 'tuned-2', 'tuned-3'].map((name) => ({
            modelArn: arn('bedrock', `custom-model/${name}`),
            modelName: name,
            jobArn: arn('bedrock', `model-customization-job/${name}`),
            baseModelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
            customizationType: 'FINE_TUNING',
            modelStatus: 'Active',
            failureMessage: 'the password swordfish was wrong',
            creationTime: THEN,
            ...(name === 'tuned-1' ? { modelKmsKeyArn: KEY } : {}),
            ...(name === 'tuned-2' ? { resourcePolicy: SHARED_MODEL } : {}),
            tags: [{ key: 'owner', value: 'ml' }],
          })),
          invocationLogging: {
            s3Config: { bucketName: 'sample-prompts' },
            textDataDeliveryEnabled: true,
          },
          buckets: [
            bucket('sample-models'),
            bucket('sample-documents', { Versioning: { Status: 'Suspended' } }),
            bucket('sample-captured'),
            { Name: 'sample-prompts', PolicyStatus: { IsPublic: true } },
            bucket('sample-unrelated'),
          ],
        },
      },
    },
  },
};
