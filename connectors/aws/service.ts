import type { MetadataBearer } from '@smithy/types';
import type { Unread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import { toJson } from '../config.ts';
import { type CoverageRecorder, NotFound } from '../coverage.ts';
import type { Operation } from '../operation.ts';
import { asValue } from '../rest.ts';
import { failureOf } from './failure.ts';

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
  /** The replies page by page, where one reply holds several lists; each of `keys` must be one. */
  pages<C extends Command<object>>(
    makeCommand: (page: Readonly<Record<string, string>>) => C,
    keys: readonly (keyof OutputOf<C>)[],
    options?: PageOptions,
  ): AsyncIterable<OutputOf<C>>;
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
      const { name, isNotFound, outcome, detail } = failureOf(error);
      if (absentOn.includes(name) || isNotFound) {
        recorder.note(operation, 'complete');
        throw new NotFound(operation);
      }
      return recorder.fail(operation, outcome, detail);
    }
  }

  async function call<C extends Command<object>>(command: C): Promise<OutputOf<C>> {
    const output = await send(command);
    recorder.note(operationOf(command), 'complete');
    return output;
  }

  async function* pages<C extends Command<object>>(
    makeCommand: (page: Readonly<Record<string, string>>) => C,
    keys: readonly (keyof OutputOf<C>)[],
    { token: [input, outputToken] = ['NextToken', 'NextToken'] }: PageOptions = {},
  ): AsyncGenerator<OutputOf<C>> {
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
      const missing = keys.find((key) => !Array.isArray(output[key]));
      if (missing !== undefined)
        return recorder.fail(operation, 'failed', `the reply has no list “${String(missing)}”`);
      const next: unknown = (output as Record<string, unknown>)[outputToken];
      if (typeof next === 'string' && used.has(next))
        return recorder.fail(operation, 'failed', 'the same page token was offered twice');
      recorder.note(operation, 'complete');
      yield output;
      if (typeof next !== 'string' || next === '') return;
      used.add(next);
      page = { [input]: next };
    }
  }

  async function* list<C extends Command<object>, Key extends keyof OutputOf<C>>(
    makeCommand: (page: Readonly<Record<string, string>>) => C,
    key: Key,
    options?: PageOptions,
  ): AsyncGenerator<Element<OutputOf<C>[Key]>> {
    for await (const page of pages(makeCommand, [key], options))
      yield* page[key] as Element<OutputOf<C>[Key]>[];
  }

  const part: AwsService['part'] = (command, select, absentOn) =>
    asValue(
      send(command, absentOn).then((output) => {
        recorder.note(operationOf(command), 'complete');
        return toJson(select(output));
      }),
    );

  return Object.assign(call, { pages, list, part });
}

/** The operation's name from the command's own schema, which minifying leaves alone. */
function operationName(command: object): string {
  const schema: unknown = 'schema' in command ? command.schema : undefined;
  const name: unknown = Array.isArray(schema) ? schema[2] : undefined;
  if (typeof name !== 'string') throw new Error('the command carries no schema: unknown SDK version');
  return name;
}
