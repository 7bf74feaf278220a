import { CreateGuardrailCommand, CreateGuardrailVersionCommand } from '@aws-sdk/client-bedrock';
import {
  CreateAgentActionGroupCommand,
  CreateAgentCommand,
  CreateKnowledgeBaseCommand,
} from '@aws-sdk/client-bedrock-agent';
import { CreateAgentRuntimeCommand } from '@aws-sdk/client-bedrock-agentcore-control';
import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, DeletePublicAccessBlockCommand } from '@aws-sdk/client-s3';
import {
  CreateEndpointConfigCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
} from '@aws-sdk/client-sagemaker';
import { EnableSecurityHubCommand } from '@aws-sdk/client-securityhub';
import { CreateEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import type { Clients } from './clients.ts';
import { ACCOUNT, REGION } from './emulators.ts';

/** The bucket that an endpoint's captured inferences go to, and that nothing keeps from being made public. */
export const CAPTURE_BUCKET = 'churn-captures';
export const NOTEBOOK = 'churn-exploration';

export const notebookArn = (name: string): string =>
  `arn:aws:sagemaker:${REGION}:${ACCOUNT}:notebook-instance/${name}`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;

/** What a team would have in the account: a notebook, a model on an endpoint, the bucket and the role behind them. */
export async function fillAccount(clients: Clients): Promise<void> {
  const { iam, s3, sagemaker, securityHub, ses } = clients;
  const role = await iam.send(
    new CreateRoleCommand({
      RoleName: 'churn-training',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      }),
    }),
  );
  const RoleArn = role.Role?.Arn ?? '';
  await s3.send(
    new CreateBucketCommand({
      Bucket: CAPTURE_BUCKET,
      CreateBucketConfiguration: { LocationConstraint: REGION },
    }),
  );
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket: CAPTURE_BUCKET }));
  await sagemaker.send(
    new CreateModelCommand({
      ModelName: 'churn',
      ExecutionRoleArn: RoleArn,
      PrimaryContainer: {
        Image: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/churn:1`,
        ModelDataUrl: `s3://${CAPTURE_BUCKET}/churn/model.tar.gz`,
      },
    }),
  );
  await sagemaker.send(
    new CreateEndpointConfigCommand({
      EndpointConfigName: 'churn',
      ProductionVariants: [
        { VariantName: 'all', ModelName: 'churn', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
      ],
      DataCaptureConfig: {
        EnableCapture: true,
        InitialSamplingPercentage: 100,
        DestinationS3Uri: `s3://${CAPTURE_BUCKET}/churn`,
        CaptureOptions: [{ CaptureMode: 'InputAndOutput' }],
      },
    }),
  );
  await createNotebook({ sagemaker }, NOTEBOOK, RoleArn);
  await fillBedrock(clients, RoleArn);
  await securityHub.send(new EnableSecurityHubCommand({}));
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: 'aispm@example.com' }));
}

/** A guarded agent with a tool, its knowledge base, an AgentCore runtime and the repository of its image. */
async function fillBedrock(
  { agentCore, agents, bedrock, ecr, lambda }: Clients,
  roleArn: string,
): Promise<void> {
  const guardrail = await bedrock.send(
    new CreateGuardrailCommand({
      name: 'claims',
      blockedInputMessaging: 'no',
      blockedOutputsMessaging: 'no',
      contentPolicyConfig: {
        filtersConfig: [{ type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' }],
      },
    }),
  );
  const { version } = await bedrock.send(
    new CreateGuardrailVersionCommand({ guardrailIdentifier: guardrail.guardrailId }),
  );
  const { FunctionArn } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'claims-lookup',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: roleArn,
      Code: { ZipFile: EMPTY_ZIP },
      Environment: { Variables: { OPENAI_API_KEY: 'sk-not-a-real-key-0123456789' } },
    }),
  );
  const { agent } = await agents.send(
    new CreateAgentCommand({
      agentName: 'claims',
      agentResourceRoleArn: roleArn,
      foundationModel: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
      instruction: 'You look up the claims of policy holders and never decide on them.',
      guardrailConfiguration: {
        guardrailIdentifier: guardrail.guardrailId,
        guardrailVersion: version,
      },
    }),
  );
  await agents.send(
    new CreateAgentActionGroupCommand({
      agentId: agent?.agentId,
      agentVersion: 'DRAFT',
      actionGroupName: 'lookup',
      actionGroupExecutor: { lambda: FunctionArn ?? '' },
      functionSchema: { functions: [{ name: 'lookupClaim', requireConfirmation: 'DISABLED' }] },
    }),
  );
  await agents.send(
    new CreateKnowledgeBaseCommand({
      name: 'handbook',
      roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn: `arn:aws:bedrock:${REGION}::foundation-model/amazon.titan-embed-text-v2:0`,
        },
      },
    }),
  );
  const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName: 'claims-agent' }));
  await agentCore.send(
    new CreateAgentRuntimeCommand({
      agentRuntimeName: 'claims',
      roleArn,
      networkConfiguration: { networkMode: 'PUBLIC' },
      agentRuntimeArtifact: {
        containerConfiguration: { containerUri: `${repository?.repositoryUri}:1` },
      },
    }),
  );
}

/** The end record of a zip archive with nothing in it: nobody invokes the function. */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]);

/** A notebook instance with direct internet access, which is what SageMaker gives where nobody says otherwise. */
export async function createNotebook(
  { sagemaker }: Pick<Clients, 'sagemaker'>,
  name: string,
  RoleArn = `arn:aws:iam::${ACCOUNT}:role/churn-training`,
): Promise<void> {
  await sagemaker.send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: name,
      InstanceType: 'ml.t3.medium',
      RoleArn,
      DirectInternetAccess: 'Enabled',
    }),
  );
}
