import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltBundle, buildFunctions, FUNCTIONS } from '../../scripts/build-functions.ts';

/** A third more than the largest was when this was written, with the client of each API, which is loaded on demand. */
const MOST_BYTES = 7.2 * 1024 * 1024;

/** The same of those that remediate, which hold the typed clients that write, gRPC of Google's among them. */
const MOST_BYTES_REMEDIATING = 11 * 1024 * 1024;

const CLIENTS = [
  'EndpointServiceClient',
  'azsdk-js-arm-cognitiveservices',
  'azsdk-js-arm-machinelearning',
  'azsdk-js-arm-search',
  'azsdk-js-arm-storage',
];

const mostBytesOf = (name: string): number => (/remediat/.test(name) ? MOST_BYTES_REMEDIATING : MOST_BYTES);

/** The code that Node loads before a function is first called: the bundle with what it imports statically. */
function loadedAtStart(folder: string): string {
  const texts = new Map<string, string>();
  const follow = (file: string): void => {
    if (texts.has(file)) return;
    const text = readFileSync(join(folder, file), 'utf8');
    texts.set(file, text);
    for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.mjs)"/g)) follow(imported);
  };
  follow('index.mjs');
  return [...texts.values()].join('\n');
}

describe('the bundles', () => {
  let bundles: Record<string, BuiltBundle>;
  const folder = mkdtempSync(join(tmpdir(), 'aispm-dist-'));
  beforeAll(async () => {
    bundles = await buildFunctions(folder);
  }, 180_000);

  it.each(FUNCTIONS)('%s is small', (name) => {
    expect(bundles[name]?.bytes).toBeLessThan(mostBytesOf(name));
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

  it('load neither a typed client that writes nor the embedded store before it is needed', () => {
    for (const name of FUNCTIONS) {
      const code = loadedAtStart(join(folder, name));
      expect(code.length, name).toBeGreaterThan(100_000);
      // What the clients call themselves in their requests, and the name of Google's.
      expect(code.match(/azsdk-js-arm-[a-z]+|EndpointServiceClient|classic-level/), name).toBeNull();
    }
  });

  it('hold the typed clients that write in the functions that remediate alone', () => {
    for (const name of FUNCTIONS) {
      const files = readdirSync(join(folder, name)).map((file) =>
        readFileSync(join(folder, name, file), 'utf8'),
      );
      const clients = files.flatMap((code) => code.match(/azsdk-js-arm-[a-z]+|EndpointServiceClient/g) ?? []);
      expect([...new Set(clients)].sort(), name).toEqual(/remediat/.test(name) ? CLIENTS : []);
    }
  });
});
