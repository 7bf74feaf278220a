import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { AwsCredentialIdentityProvider, RetryStrategyV2 } from '@smithy/types';
import { GLOBAL } from '#shared/model/scope.ts';
import type { CoverageRecorder } from '../coverage.ts';
import type { Operation } from '../operation.ts';
import { type AwsService, awsService } from './service.ts';

/** How one AWS account is reached. */
export interface AwsAccess {
  readonly credentials: AwsCredentialIdentityProvider;
  /** Where services that have one endpoint for all regions are spoken to. */
  readonly homeRegion: string;
  /** A loopback or emulator endpoint in place of AWS. */
  readonly endpoint?: string;
  readonly maxAttempts?: number;
  readonly retryStrategy?: RetryStrategyV2;
  readonly timeoutMilliseconds?: number;
}

const ATTEMPTS = 6;
const TIMEOUT_MILLISECONDS = 30_000;

/** The clients of one account and region, each made when it is first asked for. */
export function awsClients(access: AwsAccess, region: string) {
  const options = {
    region: region === GLOBAL ? access.homeRegion : region,
    credentials: access.credentials,
    retryMode: 'adaptive',
    maxAttempts: access.maxAttempts ?? ATTEMPTS,
    requestHandler: {
      requestTimeout: access.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
    ...(access.retryStrategy ? { retryStrategy: access.retryStrategy } : {}),
    ...(access.endpoint ? { endpoint: access.endpoint } : {}),
  };
  return {
    bedrock: once(() => new BedrockClient(options)),
    bedrockAgent: once(() => new BedrockAgentClient(options)),
    iam: once(() => new IAMClient(options)),
    s3: once(() => new S3Client({ ...options, forcePathStyle: access.endpoint !== undefined })),
    sagemaker: once(() => new SageMakerClient(options)),
  };
}

export type AwsClients = ReturnType<typeof awsClients>;

/** What AWS connectors destructure: `list({ sagemaker })`. */
export type AwsServices = { readonly [Name in keyof AwsClients]: AwsService };

/** Services that count coverage for one scope and refuse operations that the connector did not declare. */
export function awsServices(
  clients: AwsClients,
  recorder: CoverageRecorder,
  operations: readonly Operation[],
): AwsServices {
  const declared = new Map(operations.map((operation) => [operation.id, operation]));
  const bind = (name: keyof AwsClients) => awsService(clients[name](), recorder, declared);
  return {
    get bedrock() {
      return bind('bedrock');
    },
    get bedrockAgent() {
      return bind('bedrockAgent');
    },
    get iam() {
      return bind('iam');
    },
    get s3() {
      return bind('s3');
    },
    get sagemaker() {
      return bind('sagemaker');
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
