import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { notCovered } from '#shared/checks/not-covered.ts';
import type { Peers } from '#shared/model/check.ts';

const TABLE = path.join(import.meta.dirname, '../../../shared/reference/checks.csv');
const isThere = existsSync(TABLE);
if (!isThere) console.log('the table of the peers’ checks is absent: nothing is held against it');

/** The columns of the table that hold native ids, by tool. */
const COLUMNS: Readonly<Record<string, keyof Peers>> = {
  prowler: 'prowler',
  'prowler_planned(issue/PR after snapshot)': 'prowler',
  cloudsploit: 'cloudsploit',
  checkov: 'checkov',
  steampipe_powerpipe: 'steampipe',
  kics: 'kics',
  guard_registry_or_aws_config: 'aws-config',
  aws_securityhub_AI_standard: 'aws-security-hub',
  'aws_samples_sample-aiml-security-assessment': 'aws-samples',
  'mondoo_cnspec(PR text)': 'cnspec',
  cartography_rules: 'cartography',
};

type Row = Readonly<Record<string, string>>;

const everyRow: Row[] = isThere ? (parse(readFileSync(TABLE, 'utf8'), { columns: true }) as Row[]) : [];

/** How many rows the table has of each cloud that is read here; others are of services that are none of the three. */
const CLOUDS = { aws: 262, azure: 80, gcp: 46 } as const;

/** The ids in one cell, without what is remarked of them in brackets. */
const idsIn = (cell: string): string[] =>
  cell
    .replaceAll(/\[[^\]]*\]|\([^)]*\)/g, '')
    .split(/;| \/ /)
    .map((id) =>
      id
        .trim()
        .replace(/^PR\d+\s*/, '')
        .trim(),
    )
    .filter((id) => id !== '');

const known = (tool: keyof Peers): Set<string> =>
  new Set([...checks, ...notCovered].flatMap(({ peers }) => peers?.[tool] ?? []));

describe.runIf(isThere).each(Object.entries(CLOUDS))(
  'every row of %s in the table of the peers’ checks',
  (cloud, size) => {
    const rows = everyRow.filter((row) => row['cloud'] === cloud);

    it('has a check, or a reason', () => {
      const answered = known('union');
      expect(rows.length).toBe(size);
      expect(rows.map((row) => row['unified_id'] ?? '').filter((id) => !answered.has(id))).toEqual([]);
    });

    it.each(Object.entries(COLUMNS))('maps each id in %s', (column, tool) => {
      const mapped = known(tool);
      const missing = rows.flatMap((row) => idsIn(row[column] ?? '')).filter((id) => !mapped.has(id));
      expect(missing).toEqual([]);
    });

    it('ships as off what only says that something exists, is used or has a tag', () => {
      const informational = new Set(
        rows.filter(({ severity }) => severity === 'info').map((row) => row['unified_id']),
      );
      const on = checks.filter(
        ({ peers, byDefault }) =>
          byDefault !== 'off' && peers?.union?.length && peers.union.every((id) => informational.has(id)),
      );
      expect(on.map(({ id }) => id)).toEqual([]);
    });

    it('is told how many rows are what', () => {
      const ofChecks = new Set(checks.flatMap(({ peers }) => peers?.union ?? []));
      const off = new Set(
        checks.flatMap(({ peers, byDefault }) => (byDefault === 'off' ? (peers?.union ?? []) : [])),
      );
      const without = new Set(notCovered.flatMap(({ peers }) => peers.union ?? []));
      const count = (isWanted: (id: string) => boolean) =>
        rows.filter((row) => isWanted(row['unified_id'] ?? '')).length;
      console.log(
        `${cloud} rows: ${count((id) => ofChecks.has(id))} implemented, ${count((id) => off.has(id))} of them informational and off, ${count((id) => without.has(id))} not covered`,
      );
      expect(count((id) => ofChecks.has(id) && without.has(id))).toBe(0);
    });
  },
);

describe('what checks say of their peers', () => {
  it('is said of rows that there are', () => {
    if (!isThere) return;
    const there = new Set(everyRow.map((row) => row['unified_id']));
    const invented = checks.flatMap(({ id, peers }) =>
      (peers?.union ?? []).filter((row) => !there.has(row)).map((row) => `${id}: ${row}`),
    );
    expect(invented).toEqual([]);
  });
});
