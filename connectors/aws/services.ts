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

/** Where tests and emulators differ from AWS. */
export interface AwsSeams {
  /** A loopback or emulator endpoint in place of AWS. */
  readonly endpoint?: string;
  readonly maxAttempts?: number;
  readonly retryStrategy?: RetryStrategyV2;
  readonly timeoutMilliseconds?: number;
}

/** How one AWS account is reached. */
export interface AwsAccess extends AwsSeams {
  /** The SDK's own chain when left out. */
  readonly credentials?: AwsCredentialIdentityProvider;
  /** Where services that have one endpoint for all regions are spoken to. */
  readonly homeRegion: string;
}

const ATTEMPTS = 6;
const TIMEOUT_MILLISECONDS = 30_000;

/** What every client is made with: adaptive retries, a bound on each request, and the seams. */
export const clientOptions = (seams: AwsSeams, region: string) => ({
  region,
  retryMode: 'adaptive',
  maxAttempts: seams.maxAttempts ?? ATTEMPTS,
  requestHandler: {
    requestTimeout: seams.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
    throwOnRequestTimeout: true,
  },
  ...(seams.retryStrategy ? { retryStrategy: seams.retryStrategy } : {}),
  ...(seams.endpoint ? { endpoint: seams.endpoint } : {}),
});

/** The clients of one account and region, each made when it is first asked for. */
export function awsClients(access: AwsAccess, region: string) {
  const options = {
    ...clientOptions(access, region === GLOBAL ? access.homeRegion : region),
    ...(access.credentials ? { credentials: access.credentials } : {}),
  };
  const made: { destroy(): void }[] = [];
  const once = <Client extends { destroy(): void }>(make: () => Client): (() => Client) => {
    let client: Client | undefined;
    return () => {
      if (!client) {
        client = make();
        made.push(client);
      }
      return client;
    };
  };
  return {
    bedrock: once(() => new BedrockClient(options)),
    bedrockAgent: once(() => new BedrockAgentClient(options)),
    iam: once(() => new IAMClient(options)),
    s3: once(() => new S3Client({ ...options, forcePathStyle: access.endpoint !== undefined })),
    sagemaker: once(() => new SageMakerClient(options)),
    /** Lets go of the connections. */
    close: () => {
      for (const client of made) client.destroy();
    },
  };
}

export type AwsClients = ReturnType<typeof awsClients>;

/** What AWS connectors destructure: `list({ sagemaker })`. */
export type AwsServices = { readonly [Name in Exclude<keyof AwsClients, 'close'>]: AwsService };

/** Services that count coverage for one scope and refuse operations that the connector did not declare. */
export function awsServices(
  clients: AwsClients,
  recorder: CoverageRecorder,
  operations: readonly Operation[],
): AwsServices {
  const declared = new Map(operations.map((operation) => [operation.id, operation]));
  const bind = (name: keyof AwsServices) => awsService(clients[name](), recorder, declared);
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
