import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentityProvider, RetryStrategyV2 } from '@smithy/types';
import type { Unread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import type { CoverageRecorder } from '../coverage.ts';
import type { Operation } from '../operation.ts';
import { type ApiName, apis } from './apis.ts';
import { loadClient, type Sdks } from './clients/index.ts';
import { namedError } from './hosts.ts';
import { Remembered } from './remembered.ts';
import { type AwsService, awsService, type Send } from './service.ts';
import { TagLists } from './tags.ts';

export type { Sdks };

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

/** The options of every client of one account and region. */
export const accessOptions = (access: AwsAccess, region: string) => ({
  ...clientOptions(access, region === GLOBAL ? access.homeRegion : region),
  ...(access.credentials ? { credentials: access.credentials } : {}),
});

interface Client {
  send(command: object): Promise<unknown>;
  destroy(): void;
}

/** The clients of one account and region, each loaded and made when an operation is first sent to it. */
export class AwsClients {
  readonly tags = new TagLists();
  readonly remembered = new Remembered();
  readonly #access: AwsAccess;
  readonly #options: ReturnType<typeof accessOptions>;
  /** One for all clients: each would keep connections, and memory, of its own. */
  readonly #requestHandler: NodeHttpHandler;
  readonly #made = new Map<ApiName, Promise<{ readonly client: Client; readonly module: object }>>();

  constructor(access: AwsAccess, region: string) {
    this.#access = access;
    this.#options = accessOptions(access, region);
    // Said outright: the client of Q Business would speak HTTP/2, for conversations that nobody here holds.
    this.#requestHandler = new NodeHttpHandler(this.#options.requestHandler);
  }

  /** Sends an operation of one API, by its name. */
  sender(name: ApiName): Send {
    return async (operation, input) => {
      const { client, module } = await this.#client(name);
      const Command = Reflect.get(module, `${operation}Command`) as
        | (new (
            input: object,
          ) => object)
        | undefined;
      if (!Command)
        throw new Error(`${apis[name].prefix}:${operation} has no command: run "npm run generate"`);
      try {
        return await client.send(new Command(input));
      } catch (error) {
        throw await namedError(error, this.#options.region);
      }
    };
  }

  #client(name: ApiName) {
    const made = this.#made.get(name) ?? this.#make(name);
    this.#made.set(name, made);
    return made;
  }

  async #make(name: ApiName) {
    const module = await loadClient[name]?.();
    if (!module) throw new Error(`nothing of ${apis[name].prefix} is declared: run "npm run generate"`);
    const Client = module.Client as new (options: object) => Client;
    const requestHandler = this.#requestHandler;
    const elsewhere = this.#access.endpoint ?? endpointInEnvironment(name);
    const options = { ...this.#options, requestHandler, ...styleOf(name, elsewhere) };
    return { client: new Client(options), module };
  }

  /** Lets go of the connections. */
  close(): void {
    for (const made of this.#made.values()) void made.then(({ client }) => client.destroy());
  }
}

/** Where the environment sends the SDK instead of to AWS: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
const endpointInEnvironment = (name: ApiName): string | undefined =>
  (name === 's3Control' ? process.env['AWS_ENDPOINT_URL_S3_CONTROL'] : undefined) ??
  process.env['AWS_ENDPOINT_URL'];

/** Loopback and emulators have no names of hosts per bucket and per account. */
function styleOf(name: ApiName, endpoint: string | undefined): object {
  if (endpoint === undefined) return {};
  const style = { forcePathStyle: true, disableHostPrefix: true };
  // The rules of S3 Control put the account before any host, even before the number of one.
  return name === 's3Control' ? { ...style, endpointProvider: () => ({ url: new URL(endpoint) }) } : style;
}

/** What AWS connectors destructure: `list({ sagemaker })`. */
export type AwsServices = { readonly [Name in ApiName]: AwsService<Sdks[Name]> } & {
  /**
   * The tags of a resource as `[{ Key, Value }]`, `undefined` where it has none. `resourceType` as the tagging API
   * writes it: `sagemaker:domain`. Needs the declaration of `tag:GetResources`.
   */
  readonly tagsOf: (resourceType: string, arn: string | undefined) => Promise<Json | Unread | undefined>;
  /** Says in the coverage what no single reply shows: that a list held less than it counted, or was made up for. */
  readonly remark: CoverageRecorder['remark'];
  /** What the operation answers, read once in a scan of a scope, however many connectors ask. */
  readonly once: <Answer>(operation: Operation, read: () => Promise<Answer>) => Promise<Answer>;
};

/** Services that count coverage for one scope and refuse operations that the connector did not declare. */
export function awsServices(
  clients: AwsClients,
  recorder: CoverageRecorder,
  operations: readonly Operation[],
): AwsServices {
  const declared = new Map(operations.map((operation) => [operation.id, operation]));
  const services = Object.fromEntries(
    Object.entries(apis).map(([name, api]) => [
      name,
      awsService(api, clients.sender(name as ApiName), recorder, declared),
    ]),
  ) as object as Omit<AwsServices, 'tagsOf' | 'once'>;
  return {
    ...services,
    tagsOf: async (resourceType, arn = '') => clients.tags.of(resourceType, arn, services.tagging, recorder),
    remark: (...said) => recorder.remark(...said),
    once: (operation, read) => clients.remembered.of(operation, read, recorder),
  };
}
