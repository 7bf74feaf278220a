import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { asImported } from '#shared/model-files/pickle/renamed-modules.ts';
import { FIXTURES } from '#test/recorded/fixtures.ts';

/** Files of others that say which of them are malicious, and by which imports; nobody here wrote or judged them. */
export interface Sample {
  readonly path: string;
  readonly file: string;
  readonly repository: string;
  readonly expected: 'benign' | 'malicious' | 'suspicious' | 'unlabeled';
  /** As Python 3 imports them. */
  readonly globals: readonly string[];
}

const Row = z.looseObject({
  path: z.string(),
  repo: z.string(),
  expected_verdict: z.enum(['benign', 'malicious', 'suspicious', 'unlabeled']),
  expected_globals: z.string(),
});

const folder = path.join(FIXTURES, 'model-files');

/** `undefined` where the samples are absent. */
export function samples(): readonly Sample[] | undefined {
  const manifest = path.join(folder, 'manifest.csv');
  if (!existsSync(manifest)) return undefined;
  const rows = z.array(Row).parse(parse(readFileSync(manifest), { columns: true }));
  return rows.flatMap((row): Sample[] => {
    const file = path.join(folder, row.path);
    if (!existsSync(file)) return [];
    return [
      {
        path: row.path,
        file,
        repository: row.repo,
        expected: row.expected_verdict,
        globals: row.expected_globals.split(/[\s;|]+/).flatMap((written) => {
          const [name = ''] = written.split(':');
          // What one of them says of a name that it could not tell.
          if (/^(?:unknown|\d+)\./.test(name)) return [];
          const dot = name.lastIndexOf('.');
          return dot > 0 ? [asImported(name.slice(0, dot), name.slice(dot + 1)).join('.')] : [];
        }),
      },
    ];
  });
}
