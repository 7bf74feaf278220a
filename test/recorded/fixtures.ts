import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Data that this repository does not hold: recorded responses and official examples of the clouds. */
export const FIXTURES =
  process.env['AISPM_FIXTURES'] ?? path.join(import.meta.dirname, '../../../shared/fixtures');

export const haveFixtures = existsSync(FIXTURES);

export const ABSENT = `fixtures absent: nothing at ${FIXTURES}; set AISPM_FIXTURES to have recorded responses replayed`;

export const fixtureText = (file: string): string => readFileSync(path.join(FIXTURES, file), 'utf8');

export const fixture = (file: string): unknown => JSON.parse(fixtureText(file));
