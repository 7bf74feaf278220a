import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFormat } from '#shared/model-files/format.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { FIXTURES } from '../../recorded/fixtures.ts';
import { containers } from './recorder.ts';

const folder = path.join(FIXTURES, 'model-files');
const haveFiles = existsSync(path.join(folder, 'manifest.csv'));

/** As the manifest calls them, and as we do. */
const CONTAINERS: Readonly<Record<string, string>> = {
  gzip: 'gzip',
  zlib: 'zlib',
  bzip2: 'bzip2',
  xz: 'xz',
  'lzma-alone': 'lzma',
  'joblib-zfile': 'zfile',
  zip: 'zip',
  '7z': 'seven-zip',
};

const rows = haveFiles
  ? readFileSync(path.join(folder, 'manifest.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [file = '', , , format = '', verdict = ''] = line.split(',');
        return { file, format, verdict };
      })
  : [];

describe.runIf(haveFiles)('containers of peers and of joblib', () => {
  /** Takes whatever comes out, to its end. */
  const anything: ModelFormat = {
    id: 'anything',
    title: 'whatever comes out',
    source: 'this test',
    claims: ({ depth }) => depth > 0,
    async inspect(source) {
      for (let at = 0; ; ) {
        const { length } = await source.read(at, 65_536);
        if (length === 0) return;
        at += length;
      }
    },
  };

  it.each(rows)('$file ($format) is claimed as what it is', async ({ file, format, verdict }) => {
    const bytes = readFileSync(path.join(folder, file));
    const inspection = await inspectModelFile(bytesInMemory(file, bytes), {
      formats: [...containers, anything],
    });
    const expected = CONTAINERS[format];
    expect(inspection.formats).toEqual(expected === undefined ? [] : [expected]);
    if (expected === undefined || format === '7z') return;
    expect(inspection.notRead).toEqual([]);
    // Nothing is odd about the container of a benign file, unless it is encrypted.
    if (verdict === 'benign' && !file.includes('password')) expect(inspection.verdict).toBe('clean');
  });
});

if (!haveFiles)
  describe('containers of peers and of joblib', () => {
    it(`are not here: nothing at ${folder}; set AISPM_FIXTURES to have them read`, () => {
      expect(rows).toEqual([]);
    });
  });
