import type { Writable } from 'node:stream';
import type { Cloud } from '#connectors/cloud.ts';
import type { Bucket } from '#connectors/objects/bucket.ts';
import type { BucketPlace } from '#shared/artefacts/place.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import type { Provider } from '#shared/model/scope.ts';

/** A stream that may be a terminal. */
export type Screen = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** With which identity clouds are entered: that of who sits at the terminal, or that which the config gives the fleet. */
export type Login = 'own login' | 'fleet';

/** What a command stands in: the process when a person runs it, something else in tests. */
export interface Surroundings {
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  /** Access to the clouds that were chosen; of those that the config describes when none was. */
  readonly openClouds: (
    config: FleetConfig,
    chosen: readonly Provider[],
    login: Login,
  ) => Promise<readonly Cloud[]>;
  /** Objects of a bucket or a container; one request may take so long. */
  readonly openBucket: (place: BucketPlace, timeoutMilliseconds: number) => Promise<Bucket>;
}

/** What the process ends with. */
export const EXIT = { clean: 0, findings: 1, usage: 2, incomplete: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that the person can put right: the message says what and how. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether to colour what goes to a screen: `NO_COLOR` and `FORCE_COLOR` have the last word. */
export function isColoured(screen: Screen, env: Surroundings['env']): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true;
  return screen.isTTY === true && env['TERM'] !== 'dumb';
}

export const NARROWEST = 60;
const WIDTH_OF_A_FILE = 120;

export const widthOf = (screen: Screen): number => Math.max(NARROWEST, screen.columns ?? WIDTH_OF_A_FILE);
