import type { Unread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import { toJson } from '../config.ts';
import { type CoverageRecorder, NotFound } from '../coverage.ts';
import type { Operation } from '../operation.ts';
import { asValue } from '../parts.ts';
import type { Api } from './apis.ts';
import { failureOf } from './failure.ts';

/** The operations that an SDK package has a command for. */
export type OperationName<Sdk> = keyof Sdk extends infer Key
  ? Key extends `${infer Name}Command`
    ? Name
    : never
  : never;

type CommandOf<Sdk, Name extends string> = `${Name}Command` extends keyof Sdk
  ? Sdk[`${Name}Command`] extends abstract new (
      ...input: never[]
    ) => infer Command
    ? Command
    : never
  : never;

/** What an operation is asked and what it answers, from its command's own type. */
export type InputOf<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends { readonly input: infer Input } ? Input : never;
export type OutputOf<Sdk, Name extends string> =
  CommandOf<Sdk, Name> extends { resolveMiddleware(...args: never[]): infer Handler }
    ? Handler extends (...args: never[]) => Promise<{ output: infer Output extends object }>
      ? Output
      : never
    : never;

type Element<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;

export interface PageOptions {
  /** Input and output name of the page token, where the list does not use the one that its API mostly uses. */
  readonly token?: readonly [input: string, output: string];
}

/** One AWS service as a connector sees it: operations by name, typed by the SDK. */
export interface AwsService<Sdk> {
  /** Sends one operation. Throws NotFound, or ReadFailure when there was no whole answer. */
  <Name extends OperationName<Sdk>>(name: Name, input: InputOf<Sdk, Name>): Promise<OutputOf<Sdk, Name>>;
  /** The replies page by page, where one reply holds several lists; each of `keys` must be one. */
  pages<Name extends OperationName<Sdk>>(
    name: Name,
    input: InputOf<Sdk, Name>,
    keys: readonly (keyof OutputOf<Sdk, Name>)[],
    options?: PageOptions,
  ): AsyncIterable<OutputOf<Sdk, Name>>;
  /** The elements of the list `key` over all pages. Throws ReadFailure where the list breaks off. */
  list<Name extends OperationName<Sdk>, Key extends keyof OutputOf<Sdk, Name>>(
    name: Name,
    input: InputOf<Sdk, Name>,
    key: Key,
    options?: PageOptions,
  ): AsyncIterable<Element<OutputOf<Sdk, Name>[Key]>>;
  /**
   * One key of a config: `select` takes it from the answer. A failure is a value; the error names in `absentOn`
   * say that there is nothing, which is `undefined`.
   */
  part<Name extends OperationName<Sdk>>(
    name: Name,
    input: InputOf<Sdk, Name>,
    select: (output: OutputOf<Sdk, Name>) => unknown,
    absentOn?: readonly string[],
  ): Promise<Json | Unread | undefined>;
  /** One key of a config that is a list over pages; a failure is a value. */
  partList<Name extends OperationName<Sdk>, Key extends keyof OutputOf<Sdk, Name>>(
    name: Name,
    input: InputOf<Sdk, Name>,
    key: Key,
    options?: PageOptions,
  ): Promise<Element<OutputOf<Sdk, Name>[Key]>[] | Unread>;
}

/** Sends an operation by its name: an SDK client together with its commands. */
export type Send = (name: string, input: object) => Promise<unknown>;

/** A service that counts coverage and refuses operations that were not declared. */
export function awsService<Sdk>(
  { prefix, token: usualToken }: Pick<Api, 'prefix' | 'token'>,
  sendToAws: Send,
  recorder: CoverageRecorder,
  declared: ReadonlyMap<string, Operation>,
): AwsService<Sdk> {
  const operationOf = (name: string): Operation => {
    const operation = declared.get(`${prefix}:${name}`);
    if (!operation) throw new Error(`${prefix}:${name} is called and not declared`);
    return operation;
  };

  async function send(name: string, input: object, absentOn: readonly string[] = []): Promise<object> {
    const operation = operationOf(name);
    try {
      return (await sendToAws(name, input)) as object;
    } catch (error) {
      const { name: errorName, isNotFound, outcome, detail } = failureOf(error);
      if (absentOn.includes(errorName) || isNotFound) throw new NotFound(operation);
      return recorder.fail(operation, outcome, detail);
    }
  }

  /** That there is no such thing is an answer as well. */
  async function call(name: string, input: object, absentOn?: readonly string[]): Promise<object> {
    try {
      const output = await send(name, input, absentOn);
      recorder.note(operationOf(name), 'complete');
      return output;
    } catch (error) {
      if (error instanceof NotFound) recorder.note(operationOf(name), 'complete');
      throw error;
    }
  }

  async function* pages(
    name: string,
    input: object,
    keys: readonly string[],
    { token: [inputToken, outputToken] = usualToken }: PageOptions = {},
  ): AsyncGenerator<Record<string, unknown>> {
    const operation = operationOf(name);
    const used = new Set<string>();
    let page: Record<string, string> = {};
    for (;;) {
      let output: Record<string, unknown>;
      try {
        output = { ...(await send(name, { ...input, ...page })) };
      } catch (error) {
        if (error instanceof NotFound) return recorder.fail(operation, 'failed', error.message);
        throw error;
      }
      const missing = keys.find((key) => !Array.isArray(output[key]));
      if (missing !== undefined)
        return recorder.fail(operation, 'failed', `the reply has no list “${missing}”`);
      const next = output[outputToken];
      if (typeof next === 'string' && used.has(next))
        return recorder.fail(operation, 'failed', 'the same page token was offered twice');
      recorder.note(operation, 'complete');
      yield output;
      if (typeof next !== 'string' || next === '') return;
      used.add(next);
      page = { [inputToken]: next };
    }
  }

  async function* list(
    name: string,
    input: object,
    key: string,
    options?: PageOptions,
  ): AsyncGenerator<unknown> {
    for await (const page of pages(name, input, [key], options)) yield* page[key] as unknown[];
  }

  const part = (
    name: string,
    input: object,
    select: (output: never) => unknown,
    absentOn?: readonly string[],
  ): Promise<Json | Unread | undefined> =>
    asValue(call(name, input, absentOn).then((output) => toJson(select(output as never))));

  const partList = async (...asked: Parameters<typeof list>): Promise<unknown> =>
    (await asValue(Array.fromAsync(list(...asked)))) ?? [];

  // The names are typed by the interface; what they stand for is only known when the client is loaded.
  return Object.assign((name: string, input: object) => call(name, input), {
    pages,
    list,
    part,
    partList,
  }) as object as AwsService<Sdk>;
}
