import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ECRClient } from '@aws-sdk/client-ecr';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { documentsOf } from '#shared/ledger/documents.ts';
import { type Ledger, openLedger } from '#shared/ledger/ledger.ts';

/** The clients of the test, which find the emulators by the environment of the process, as the functions do. */
export function clients() {
  return {
    agentCore: new BedrockAgentCoreControlClient(),
    agents: new BedrockAgentClient(),
    bedrock: new BedrockClient(),
    ecr: new ECRClient(),
    events: new EventBridgeClient(),
    iam: new IAMClient(),
    lambda: new LambdaClient(),
    s3: new S3Client({ forcePathStyle: true }),
    sagemaker: new SageMakerClient(),
    scheduler: new SchedulerClient(),
    securityHub: new SecurityHubClient(),
    ses: new SESv2Client(),
    sfn: new SFNClient(),
    sqs: new SQSClient(),
  };
}

export type Clients = ReturnType<typeof clients>;

/** The deployed ledger, read by the same code as the fleet. */
export const ledgerIn = (table: string): Ledger =>
  openLedger({ documents: documentsOf(new DynamoDBClient()), table, clock: () => new Date() });
