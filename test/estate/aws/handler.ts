import type { JsonObject } from '#shared/model/json.ts';
import { AwsError } from './reply.ts';
import type { AwsState, RegionState } from './state.ts';

/** A list that the server cuts into pages. */
export interface Listed {
  readonly list: string;
  readonly items: readonly JsonObject[];
  /** Input and output name of the page token. */
  readonly token: readonly [string, string];
  /** IAM says with a flag of its own that there is more. */
  readonly more?: string;
  /** What every page says beside the list. */
  readonly beside?: JsonObject;
}

export interface Call {
  readonly state: AwsState;
  readonly region: RegionState;
  readonly account: string;
  readonly regionName: string;
  readonly input: JsonObject;
}

export type Handler = (call: Call) => JsonObject | Listed;
export type Handlers = Readonly<Record<string, Handler>>;

export const listed = (
  list: string,
  items: readonly JsonObject[],
  token: Listed['token'] = ['NextToken', 'NextToken'],
): Listed => ({ list, items, token });

/** The one whose key has the value, or the service's own error for none. */
export function one(
  items: readonly JsonObject[],
  isWanted: (item: JsonObject) => boolean,
  error: AwsError = new AwsError('ResourceNotFoundException', 'There is no such resource.', 404),
): JsonObject {
  const found = items.find(isWanted);
  if (!found) throw error;
  return found;
}

/** Some keys of an object: a list gives less than a description. */
export const pick = (item: JsonObject, ...keys: readonly string[]): JsonObject =>
  Object.fromEntries(keys.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])));
