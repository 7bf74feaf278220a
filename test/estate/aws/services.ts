import { globSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '#shared/model/json.ts';
import type { Protocol } from './api.ts';
import type { Handlers } from './handler.ts';

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
