import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, cell, csvFormat } from '#shared/sinks/csv.ts';
import { rawInvisible } from './controls.ts';
import { hostilePosture } from './hostile-posture.ts';
import { samplePosture } from './sample-posture.ts';

const written = (posture = samplePosture()): string => [...csvFormat.render(posture)].join('');
/** Strict: throws on a row with another number of cells, or on a stray quote. */
const read = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' });

describe('CSV', () => {
  test('has a header and a row for each finding, whatever its status', () => {
    const [header, ...rows] = read(written());
    expect(header).toEqual(CSV_COLUMNS.map(({ header: name }) => name));
    expect(rows).toHaveLength(samplePosture().findings.length);
    expect(new Set(rows.map(([, status]) => status))).toEqual(new Set(['open', 'resolved', 'suppressed']));
  });

  test('gives back what the finding says', () => {
    const [finding] = samplePosture().findings;
    const [row] = parse<Record<string, string>>(written(), { columns: true });
    expect(row).toMatchObject({
      finding_id: finding?.id,
      severity: 'critical',
      provider: 'aws',
      asset_id: finding?.asset.id,
      evidence:
        'PublicAccessBlockConfiguration.BlockPublicAcls: found false, expected is true; ' +
        'PublicAccessBlockConfiguration.BlockPublicPolicy: found false, expected is true',
      frameworks: 'aws-security-hub:S3.8 mitre-atlas:AML.T0020 owasp-llm-2026:LLM04',
      resolved_at: '',
    });
  });

  test('documents each column', () => {
    for (const { header, meaning } of CSV_COLUMNS) expect(`${header}: ${meaning}`).toMatch(/^[a-z_]+: .{4,}/);
    expect(new Set(CSV_COLUMNS.map(({ header }) => header)).size).toBe(CSV_COLUMNS.length);
  });

  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    [' blank ', '" blank "'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\t=1', "'⟨U+0009⟩=1"],
    ['\r=1', "'⟨U+000D⟩=1"],
    ['\tplain', "'⟨U+0009⟩plain"],
    ['＝1+1', "'＝1+1"],
    [' =1+1', "' =1+1"],
    ["=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ['a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['1-1', '1-1'],
  ])('writes %j as %s', (text, expected) => expect(cell(text)).toBe(expected));

  test('keeps hostile names in their cells, on one line, and computes none', () => {
    const text = written(hostilePosture());
    const rows = read(text);
    expect(rows).toHaveLength(hostilePosture().findings.length + 1);
    expect(text.split('\r\n')).toHaveLength(rows.length + 1);
    for (const value of rows.flat()) expect(value).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
    expect(rawInvisible(text.replaceAll('\r\n', ''))).toBeUndefined();
  });
});
