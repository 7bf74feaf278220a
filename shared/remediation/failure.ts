import { ZodError } from 'zod';
import type { Operation } from '#connectors/operation.ts';
import { isObject } from '#shared/model/json.ts';
import { NoAccess } from './access.ts';

/** A cloud that did not do what was asked, as a value: its code, never its words, which may quote anything. */
export interface CloudFailure {
  readonly code: string;
  readonly message: string;
  readonly operation: string;
  readonly permission: string;
}

/** A reply over REST that is not the one asked for. */
export class CloudRefusal extends Error {
  override readonly name = 'CloudRefusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code = `HTTP${status}`) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** A reply as JSON; `undefined` where it is none, such as the page of a proxy. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export type Attempt<Value> =
  | { readonly value: Value }
  | {
      readonly failure: CloudFailure;
      /** A condition of the write did not hold: the setting is no longer the one that was seen. */
      readonly isConflict: boolean;
    };

/** Calls; what a cloud or the network may answer becomes a value, and a defect of ours is thrown on. */
export async function attempt<Value>(
  { id: operation, permission }: Operation,
  call: () => Promise<Value>,
): Promise<Attempt<Value>> {
  try {
    return { value: await call() };
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    const { code, status } = refusal;
    const failure = { code, operation, permission };
    // Our own words, and they name what is to be set or granted.
    if (error instanceof NoAccess)
      return { failure: { ...failure, message: error.message }, isConflict: false };
    const isDenied = status === 401 || status === 403 || /denied|unauthori[sz]ed|forbidden/i.test(code);
    const http = status === undefined ? '' : `, HTTP ${status}`;
    const message = isDenied
      ? `${operation} was refused (${code}${http}): grant ${permission}`
      : `${operation} did not succeed (${code}${http})`;
    return { failure: { ...failure, message }, isConflict: isConflict(code, status) };
  }
}

/**
 * HTTP 412 of Cloud Storage, and ABORTED of IAM: AIP-154 and google/rpc/code.proto, “a concurrency issue such as
 * a sequencer check failure”. Not every 409: Resource Manager has one for a write that is under way.
 */
const isConflict = (code: string, status: number | undefined): boolean =>
  status === 412 || code === 'ABORTED';

/** Names by which SDKs and Node.js say that nobody answered, or that there is no way in. */
const UNREACHED =
  /^(NoAccess|AssertionRefused|CredentialsProviderError|CredentialUnavailableError|AuthenticationError|AuthenticationRequiredError|AggregateAuthenticationError|TimeoutError|AbortError|RestError|CloudRefusal)$/;

function refusalIn(error: unknown): { code: string; status: number | undefined } | undefined {
  if (error instanceof ZodError) return { code: 'MalformedReply', status: undefined };
  if (!(error instanceof Error)) return undefined;
  if (error instanceof SyntaxError) return { code: 'MalformedReply', status: undefined };
  if ('$metadata' in error && isObject(error.$metadata))
    return { code: plainCode(error.name), status: numberIn(error.$metadata, 'httpStatusCode') };
  const code = textIn(error, 'code') ?? textIn(error, 'reason');
  if (!UNREACHED.test(error.name) && !/^(E[A-Z]+|UND_ERR_\w+)$/.test(code ?? '')) return undefined;
  const status = numberIn(error, 'statusCode') ?? numberIn(error, 'status');
  return { code: plainCode(code ?? error.name), status };
}

const textIn = (holder: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(holder, key);
  return typeof value === 'string' ? value : undefined;
};

const numberIn = (holder: object, key: string): number | undefined => {
  const value: unknown = Reflect.get(holder, key);
  return typeof value === 'number' ? value : undefined;
};

/** Codes come from replies: letters, digits and little else. */
const plainCode = (code: string): string => code.replaceAll(/[^\w.-]/g, '').slice(0, 64) || 'UnknownError';
