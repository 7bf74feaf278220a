import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltBundle, buildFunctions, FUNCTIONS } from '../../scripts/build-functions.ts';

/** A third more than the largest was when this was written, with the client of each API, which is loaded on demand. */
const MOST_BYTES = 7.2 * 1024 * 1024;

describe('the bundles', () => {
  let bundles: Record<string, BuiltBundle>;
  const folder = mkdtempSync(join(tmpdir(), 'aispm-dist-'));
  beforeAll(async () => {
    bundles = await buildFunctions(folder);
  }, 60_000);

  it.each(FUNCTIONS)('%s is small', (name) => {
    expect(bundles[name]?.bytes).toBeLessThan(MOST_BYTES);
  });

  it('load in Node as Lambda loads them, each with its handler', () => {
    const report = FUNCTIONS.map(
      (name) =>
        `console.log(typeof (await import(${JSON.stringify(join(folder, name, 'index.mjs'))})).handler);`,
    ).join('');
    const types = execFileSync(process.execPath, ['--input-type=module', '--eval', report], {
      encoding: 'utf8',
    });
    expect(types.trim().split('\n')).toEqual(FUNCTIONS.map(() => 'function'));
  });

  it('say what they weigh', () => {
    expect(JSON.parse(readFileSync(join(folder, 'bundles.json'), 'utf8'))).toEqual(bundles);
  });

  it('leave @google-cloud/aiplatform and the embedded store out', () => {
    for (const name of FUNCTIONS) {
      const code = readFileSync(join(folder, name, 'index.mjs'), 'utf8');
      expect(code).not.toContain('google.cloud.aiplatform.v1beta1');
      expect(code).not.toContain('classic-level');
    }
  });
});
