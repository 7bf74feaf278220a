import { globSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '#shared/model/json.ts';
import type { Protocol } from './api.ts';
import { type Handler, type Handlers, type Listed, listed, one } from './handler.ts';
import { AwsError } from './reply.ts';

/** An AWS service on the estate: a file in `services/` exports one by default, and that is all it takes. */
export interface EstateService {
  /** The prefix of its operations' ids, as in `connectors/aws/apis.ts`. */
  readonly prefix: string;
  /** The name in the signature’s credential scope. */
  readonly signingName: string;
  readonly protocol: Protocol;
  /** The whole SDK package: the operations are served by the schemas that it ships. */
  readonly client: object;
  /** For packages from before schemas: the addresses of the operations that are served. */
  readonly addresses?: Readonly<Record<string, readonly [method: string, path: string]>>;
  /** May be several objects, of several asset types, put together. */
  readonly handlers: Handlers;
  /** What the sample account holds in its region, by collection: every kind, some well kept and some not. */
  readonly sample?: Readonly<Record<string, readonly JsonObject[]>>;
}

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

// After what the files import from here: they are loaded while this module waits.
const files = globSync('services/*.ts', { cwd: import.meta.dirname }).sort();

/** Every service that has a file of its own. */
export const services: readonly EstateService[] = await Promise.all(
  files.map(async (file) => {
    const module: { default: EstateService } = await import(path.join(import.meta.dirname, file));
    return module.default;
  }),
);

/** Everything that the files' samples hold in one region. */
export const sampleResources: Readonly<Record<string, readonly JsonObject[]>> = Object.assign(
  {},
  ...services.map(({ sample }) => sample),
);
