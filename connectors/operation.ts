import type { JsonObject } from '#shared/model/json.ts';

/** An API operation that a connector calls, and what the caller must be granted for it. */
export interface Operation {
  /** The cloud's own name: `sagemaker:ListModels`, `Microsoft.CognitiveServices/accounts/list`, `aiplatform.models.list`. */
  readonly id: string;
  /** The IAM action, ARM action or Google IAM permission. */
  readonly permission: string;
  /** What is called in its place where it is refused or cut short; together they read the same. */
  readonly orElse?: readonly Operation[];
}

/** An operation of a REST API, described by its address. */
export interface RestOperation extends Operation {
  readonly method: 'GET' | 'POST';
  /** `{name}` is percent-encoded; `{+name}` is put in as it is, for ids that are paths themselves. */
  readonly url: string;
  /** Sent with POST. */
  readonly body?: string;
  /** The key of the reply that holds the list; absent when the reply is one resource. */
  readonly items?: string;
  /** Google leaves out an empty list; ARM never does. */
  readonly absentIsEmpty?: boolean;
  /** What a refusal says of the resource, where it is an answer all the same: it is then read, and no gap. */
  readonly answerIn?: (status: number, body: string) => JsonObject | undefined;
}

/** Fills the address in. Throws when a parameter is missing: that is a defect of the connector. */
export function addressOf({ id, url }: RestOperation, parameters: Readonly<Record<string, string>>): string {
  return url.replaceAll(/\{(\+?)(\w+)\}/g, (_match, reserved: string, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`${id}: no value for {${name}} in its address`);
    return reserved ? encodeURI(value) : encodeURIComponent(value);
  });
}
