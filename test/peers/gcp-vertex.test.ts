import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { notCovered } from '#shared/checks/not-covered.ts';
import type { Peers } from '#shared/model/check.ts';

const TABLE = path.join(import.meta.dirname, '../../../shared/reference/checks.csv');
const isThere = existsSync(TABLE);

type Row = Readonly<Record<string, string>>;

const rows: Row[] = isThere
  ? (parse(readFileSync(TABLE, 'utf8'), { columns: true }) as Row[]).filter(({ unified_id = '' }) =>
      unified_id.startsWith('gcp.vertex.'),
    )
  : [];

const COLUMNS = {
  cloudsploit: 'cloudsploit',
  checkov: 'checkov',
  'mondoo_cnspec(PR text)': 'cnspec',
} as const satisfies Record<string, keyof Peers>;

/** The ids in one cell, without what is remarked of them in brackets. */
const idsIn = (cell = ''): string[] =>
  cell
    .replaceAll(/\([^)]*\)/g, '')
    .split(';')
    .flatMap((id) => id.trim() || []);

const known = (tool: keyof Peers): Set<string> =>
  new Set([...checks, ...notCovered].flatMap(({ peers }) => peers?.[tool] ?? []));

describe.runIf(isThere)('every row of Vertex AI in the table of the peers’ checks', () => {
  it('has a check, or a reason', () => {
    expect(rows.length).toBe(27);
    const answered = known('union');
    expect(rows.map(({ unified_id = '' }) => unified_id).filter((id) => !answered.has(id))).toEqual([]);
  });

  it.each(Object.entries(COLUMNS))('has each id in %s mapped', (column, tool) => {
    const mapped = known(tool);
    expect(rows.flatMap((row) => idsIn(row[column])).filter((id) => !mapped.has(id))).toEqual([]);
  });

  it('is answered by checks of the asset type that it is about', () => {
    const there = new Set(rows.map(({ unified_id = '' }) => unified_id));
    const invented = checks
      .filter(({ id }) => id.startsWith('gcp.vertex.'))
      .flatMap(({ peers }) => peers?.union ?? [])
      .filter((id) => !there.has(id));
    expect(invented).toEqual([]);
  });
});
