import type { JsonObject } from '#shared/model/json.ts';
import { type Handler, type Listed, listed, one } from './handler.ts';
import { AwsError } from './reply.ts';

interface ListOptions {
  readonly token?: Listed['token'];
  /** Which elements the input asks for: children of a parent, those after a time. */
  readonly where?: (element: JsonObject, input: JsonObject) => boolean;
  /** What the list tells of an element; without it, what the reply’s schema knows of it. */
  readonly as?: (element: JsonObject) => JsonObject;
}

/**
 * A list of the elements of a collection under one key of the reply. The wire drops what the reply’s schema does
 * not know, so a list tells only what the real one does.
 */
export const lists =
  (collection: string, key: string, { token, where, as }: ListOptions = {}): Handler =>
  ({ region, input }) => {
    const elements = region.resources(collection).filter((element) => where?.(element, input) ?? true);
    return listed(key, as ? elements.map(as) : elements, token);
  };

/**
 * One element of a collection. `by` pairs the input’s name with those of the element that may equal it; all pairs
 * must. `under` is the key of the reply that holds it, where the reply is not the element itself.
 */
export const gets =
  (
    collection: string,
    by: Readonly<Record<string, string | readonly string[]>>,
    { under, error }: { readonly under?: string; readonly error?: AwsError } = {},
  ): Handler =>
  ({ region, input }) => {
    const found = one(
      region.resources(collection),
      (element) =>
        Object.entries(by).every(([name, keys]) =>
          [keys].flat().some((key) => element[key] !== undefined && element[key] === input[name]),
        ),
      error ?? new AwsError('ResourceNotFoundException', 'There is no such resource.', 404),
    );
    return under === undefined ? found : { [under]: found };
  };

/** SageMaker’s answer for a name that it does not know. */
export const couldNotFind = (what: string): AwsError =>
  new AwsError('ValidationException', `Could not find ${what}.`);
