import type { MetadataBearer } from '@smithy/types';
import type { Outcome, Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { toJson } from '../config.ts';
import { type CoverageRecorder, NotFound } from '../coverage.ts';
import type { Operation } from '../operation.ts';
import { asValue } from '../rest.ts';

/** What an SDK command gives back, from its own type. */
type OutputOf<Command> = Command extends { resolveMiddleware(...args: never[]): infer Handler }
  ? Handler extends (...args: never[]) => Promise<{ output: infer Output extends MetadataBearer }>
    ? Output
    : never
  : never;

interface Command<Input extends object> {
  readonly input: Input;
}

/** The part of an SDK client that reading needs. */
export interface SendingClient {
  readonly config: { readonly serviceId: string };
  send(command: never): Promise<unknown>;
}

interface PageOptions {
  /** Input and output name of the page token; most services say `NextToken` for both. */
  readonly token?: readonly [input: string, output: string];
}

/** One AWS service as a connector sees it. */
export interface AwsService {
  /** Sends a command. Throws NotFound, or ReadFailure when there was no whole answer. */
  <C extends Command<object>>(command: C): Promise<OutputOf<C>>;
  /** The elements of the list `key` over all pages. Throws ReadFailure where the list breaks off. */
  list<C extends Command<object>, Key extends keyof OutputOf<C>>(
    makeCommand: (page: Readonly<Record<string, string>>) => C,
    key: Key,
    options?: PageOptions,
  ): AsyncIterable<Element<OutputOf<C>[Key]>>;
  /**
   * One key of a config: `select` takes it from the answer. A failure is a value; the error names in `absentOn`
   * say that there is nothing, which is `undefined`.
   */
  part<C extends Command<object>>(
    command: C,
    select: (output: OutputOf<C>) => unknown,
    absentOn?: readonly string[],
  ): Promise<Json | Unread | undefined>;
}

type Element<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;

/** The IAM prefix of each SDK service id that we call. */
const IAM_PREFIX: Readonly<Record<string, string>> = {
  Bedrock: 'bedrock',
  'Bedrock Agent': 'bedrock-agent',
  IAM: 'iam',
  Organizations: 'organizations',
  S3: 's3',
  SageMaker: 'sagemaker',
  STS: 'sts',
};

export function awsService(
  client: SendingClient,
  recorder: CoverageRecorder,
  declared: ReadonlyMap<string, Operation>,
): AwsService {
  const prefix = IAM_PREFIX[client.config.serviceId];
  if (!prefix) throw new Error(`no IAM prefix is known for ${client.config.serviceId}`);

  const operationOf = (command: object): Operation => {
    const name = operationName(command);
    const operation = declared.get(`${prefix}:${name}`);
    if (!operation) throw new Error(`${prefix}:${name} is called and not declared`);
    return operation;
  };

  async function send<C extends Command<object>>(
    command: C,
    absentOn: readonly string[] = [],
  ): Promise<OutputOf<C>> {
    const operation = operationOf(command);
    try {
      return (await client.send(command as never)) as OutputOf<C>;
    } catch (error) {
      const { name, message, status } = describe(error);
      if (absentOn.includes(name) || saysNotFound(name, message)) {
        recorder.note(operation, 'complete');
        throw new NotFound(operation);
      }
      return recorder.fail(
        operation,
        outcomeOf(name, message, status),
        `${name}${status ? ` (HTTP ${status})` : ''}`,
      );
    }
  }

  async function call<C extends Command<object>>(command: C): Promise<OutputOf<C>> {
    const output = await send(command);
    recorder.note(operationOf(command), 'complete');
    return output;
  }

  async function* list<C extends Command<object>, Key extends keyof OutputOf<C>>(
    makeCommand: (page: Readonly<Record<string, string>>) => C,
    key: Key,
    { token: [input, outputToken] = ['NextToken', 'NextToken'] }: PageOptions = {},
  ): AsyncGenerator<Element<OutputOf<C>[Key]>> {
    const used = new Set<string>();
    let page: Record<string, string> = {};
    for (;;) {
      const command = makeCommand(page);
      const operation = operationOf(command);
      let output: OutputOf<C>;
      try {
        output = await send(command);
      } catch (error) {
        if (error instanceof NotFound) return recorder.fail(operation, 'failed', error.message);
        throw error;
      }
      const items: unknown = output[key];
      if (!Array.isArray(items))
        return recorder.fail(operation, 'failed', `the reply has no list “${String(key)}”`);
      const next: unknown = (output as Record<string, unknown>)[outputToken];
      if (typeof next === 'string' && used.has(next))
        return recorder.fail(operation, 'failed', 'the same page token was offered twice');
      recorder.note(operation, 'complete');
      yield* items as Element<OutputOf<C>[Key]>[];
      if (typeof next !== 'string' || next === '') return;
      used.add(next);
      page = { [input]: next };
    }
  }

  const part: AwsService['part'] = (command, select, absentOn) =>
    asValue(
      send(command, absentOn).then((output) => {
        recorder.note(operationOf(command), 'complete');
        const selected = toJson(select(output));
        return selected;
      }),
    );

  return Object.assign(call, { list, part });
}

/** The operation's name from the command's own schema, which minifying leaves alone. */
function operationName(command: object): string {
  const schema: unknown = 'schema' in command ? command.schema : undefined;
  const name: unknown = Array.isArray(schema) ? schema[2] : undefined;
  if (typeof name !== 'string') throw new Error('the command carries no schema: unknown SDK version');
  return name;
}

function describe(error: unknown): { name: string; message: string; status: number | undefined } {
  if (!(error instanceof Error)) return { name: 'UnknownError', message: '', status: undefined };
  const metadata = '$metadata' in error && isObject(error.$metadata) ? error.$metadata : {};
  const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
  return { name: error.name, message: error.message, status };
}

/** Error names by which services say that one thing does not exist. */
const NOT_FOUND = new Set([
  'ResourceNotFoundException',
  'ResourceNotFound',
  'NoSuchEntityException',
  'NoSuchBucket',
]);

/** SageMaker answers for an unknown name with a plain ValidationException. */
const saysNotFound = (name: string, message: string): boolean =>
  NOT_FOUND.has(name) ||
  (name === 'ValidationException' && /could not find|does not exist|RecordNotFound/i.test(message));

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'NotAuthorized',
  'SignatureDoesNotMatch',
  'UnauthorizedOperation',
  'UnrecognizedClientException',
]);

const THROTTLED = new Set([
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
]);

/** The service is not offered here, or the account never took part in it. */
const UNAVAILABLE = new Set(['OptInRequired', 'SubscriptionRequiredException', 'UnknownOperationException']);

function outcomeOf(name: string, message: string, status: number | undefined): Exclude<Outcome, 'complete'> {
  if (DENIED.has(name)) return 'denied';
  if (THROTTLED.has(name) || status === 429) return 'throttled';
  if (UNAVAILABLE.has(name)) return 'unavailable';
  if (name === 'ValidationException' && /not supported in (this|the) .*region/i.test(message))
    return 'unavailable';
  return status === 403 ? 'denied' : 'failed';
}
