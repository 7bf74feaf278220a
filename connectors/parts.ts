import type { Unread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { NotFound, ReadFailure } from './coverage.ts';

/** The whole of a list, or the marker that stands for what was not read. */
export const partListOf = async (list: AsyncIterable<JsonObject>): Promise<JsonObject[] | Unread> =>
  (await asValue(Array.fromAsync(list))) ?? [];

/** Turns “not found” into `undefined` and a failed read into the marker that stands in its place. */
export async function asValue<Value>(reading: Promise<Value>): Promise<Value | Unread | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    if (error instanceof ReadFailure) return error.unread;
    throw error;
  }
}
