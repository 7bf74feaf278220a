import type { Fleet } from '#shared/pipeline/fleet.ts';
import { cloudsOf } from './clouds.ts';
import { type Environment, environmentOf } from './environment.ts';
import { ledgerFleet } from './ledger-fleet.ts';

/** What the deployed fleet remembers and judges by, with the clouds that the config describes. */
export const scanningFleet = async (environment: Environment = environmentOf()): Promise<Fleet> => ({
  ...ledgerFleet(environment),
  clouds: await cloudsOf(environment),
});
