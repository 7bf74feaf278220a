import {
  BedrockClient,
  CreateModelCustomizationJobCommand,
  PutModelInvocationLoggingConfigurationCommand,
} from '@aws-sdk/client-bedrock';
import {
  BedrockAgentClient,
  CreateAgentCommand,
  CreateKnowledgeBaseCommand,
} from '@aws-sdk/client-bedrock-agent';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, PutBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateDomainCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  CreateTrainingJobCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001`;
const VPC = { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] };

/**
 * The same estate for both tools: of each kind that the emulator knows something well kept and something not. Each
 * call that the emulator does not take is reported, and the estate goes without.
 */
export async function fillEstate(endpoint: string): Promise<string[]> {
  const options = {
    endpoint,
    region: REGION,
    credentials: { accessKeyId: 'loopback', secretAccessKey: 'loopback' },
  };
  const iam = new IAMClient(options);
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  const sagemaker = new SageMakerClient(options);
  const bedrock = new BedrockClient(options);
  const agents = new BedrockAgentClient(options);
  const refused: string[] = [];
  const attempt = async (what: string, calls: () => Promise<unknown>): Promise<void> => {
    try {
      await calls();
    } catch (error) {
      refused.push(`${what}: ${error instanceof Error ? error.name : String(error)}`);
    }
  };

  const roleOf = async (name: string, service: string): Promise<string> => {
    const { Role } = await iam.send(
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
        }),
      }),
    );
    return Role?.Arn ?? '';
  };
  const training = await roleOf('training', 'sagemaker.amazonaws.com');
  const agent = await roleOf('agent', 'bedrock.amazonaws.com');
  await attempt('a role with everything', async () => {
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'agent',
        PolicyName: 'everything',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }],
        }),
      }),
    );
  });
  await attempt('a role with a full-access policy', () =>
    iam.send(
      new AttachRolePolicyCommand({
        RoleName: 'training',
        PolicyArn: 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess',
      }),
    ),
  );
  await attempt('buckets', async () => {
    for (const Bucket of ['churn-models', 'prompt-logs'])
      await s3.send(
        new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
      );
    await s3.send(
      new PutBucketEncryptionCommand({
        Bucket: 'prompt-logs',
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY } }],
        },
      }),
    );
  });
  await attempt('notebooks', async () => {
    await sagemaker.send(
      new CreateNotebookInstanceCommand({
        NotebookInstanceName: 'kept',
        InstanceType: 'ml.t3.medium',
        RoleArn: training,
        DirectInternetAccess: 'Disabled',
        RootAccess: 'Disabled',
        SubnetId: 'subnet-0b1c2d3e',
        SecurityGroupIds: ['sg-0a1b2c3d'],
        KmsKeyId: KEY,
      }),
    );
    await sagemaker.send(
      new CreateNotebookInstanceCommand({
        NotebookInstanceName: 'open',
        InstanceType: 'ml.t3.medium',
        RoleArn: training,
        DirectInternetAccess: 'Enabled',
        RootAccess: 'Enabled',
      }),
    );
  });
  const container = {
    Image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1`,
    ModelDataUrl: 's3://churn-models/churn.tar.gz',
  };
  await attempt('models', async () => {
    await sagemaker.send(
      new CreateModelCommand({
        ModelName: 'isolated',
        ExecutionRoleArn: training,
        PrimaryContainer: container,
        EnableNetworkIsolation: true,
        VpcConfig: VPC,
      }),
    );
    await sagemaker.send(
      new CreateModelCommand({
        ModelName: 'talkative',
        ExecutionRoleArn: training,
        PrimaryContainer: container,
      }),
    );
  });
  await attempt('endpoint configurations', async () => {
    await sagemaker.send(
      new CreateEndpointConfigCommand({
        EndpointConfigName: 'pair',
        KmsKeyId: KEY,
        ProductionVariants: [
          {
            VariantName: 'all',
            ModelName: 'isolated',
            InstanceType: 'ml.m5.large',
            InitialInstanceCount: 2,
          },
        ],
      }),
    );
    await sagemaker.send(
      new CreateEndpointConfigCommand({
        EndpointConfigName: 'serverless',
        ProductionVariants: [
          {
            VariantName: 'all',
            ModelName: 'talkative',
            ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
          },
        ],
      }),
    );
  });
  await attempt('training jobs', async () => {
    const job = {
      AlgorithmSpecification: { TrainingImage: container.Image, TrainingInputMode: 'File' as const },
      RoleArn: training,
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    };
    await sagemaker.send(
      new CreateTrainingJobCommand({
        ...job,
        TrainingJobName: 'sound',
        OutputDataConfig: { S3OutputPath: 's3://churn-models/out', KmsKeyId: KEY },
        ResourceConfig: {
          InstanceType: 'ml.m5.xlarge',
          InstanceCount: 2,
          VolumeSizeInGB: 30,
          VolumeKmsKeyId: KEY,
        },
        VpcConfig: VPC,
        EnableNetworkIsolation: true,
        EnableInterContainerTrafficEncryption: true,
      }),
    );
    await sagemaker.send(
      new CreateTrainingJobCommand({
        ...job,
        TrainingJobName: 'volume-key-only',
        AlgorithmSpecification: { TrainingImage: `${container.Image}0`, TrainingInputMode: 'File' },
        OutputDataConfig: { S3OutputPath: 's3://churn-models/out' },
        ResourceConfig: {
          InstanceType: 'ml.m5.xlarge',
          InstanceCount: 1,
          VolumeSizeInGB: 30,
          VolumeKmsKeyId: KEY,
        },
      }),
    );
  });
  await attempt('a domain', () =>
    sagemaker.send(
      new CreateDomainCommand({
        DomainName: 'research',
        AuthMode: 'IAM',
        DefaultUserSettings: { ExecutionRole: training },
        SubnetIds: ['subnet-0b1c2d3e'],
        VpcId: 'vpc-0a1b2c3d',
      }),
    ),
  );
  await attempt('custom models', async () => {
    for (const [name, customModelKmsKeyId] of [
      ['tuned', undefined],
      ['tuned-with-key', KEY],
    ] as const)
      await bedrock.send(
        new CreateModelCustomizationJobCommand({
          jobName: `${name}-job`,
          customModelName: name,
          roleArn: agent,
          baseModelIdentifier: 'amazon.titan-text-lite-v1',
          trainingDataConfig: { s3Uri: 's3://churn-models/data' },
          outputDataConfig: { s3Uri: 's3://churn-models/out' },
          hyperParameters: { epochCount: '1' },
          ...(customModelKmsKeyId ? { customModelKmsKeyId } : {}),
        }),
      );
  });
  await attempt('invocation logging', () =>
    bedrock.send(
      new PutModelInvocationLoggingConfigurationCommand({
        loggingConfig: { s3Config: { bucketName: 'prompt-logs' }, textDataDeliveryEnabled: true },
      }),
    ),
  );
  await attempt('agents', async () => {
    for (const agentName of ['claims', 'broker'])
      await agents.send(
        new CreateAgentCommand({
          agentName,
          agentResourceRoleArn: agent,
          foundationModel: 'anthropic.claude-v2',
        }),
      );
  });
  await attempt('a knowledge base', () =>
    agents.send(
      new CreateKnowledgeBaseCommand({
        name: 'handbook',
        roleArn: agent,
        knowledgeBaseConfiguration: { type: 'VECTOR' },
        storageConfiguration: { type: 'OPENSEARCH_SERVERLESS' },
      }),
    ),
  );
  return refused;
}
