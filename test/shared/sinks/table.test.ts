import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Posture } from '#shared/sinks/posture.ts';
import { type TableOptions, tableFormat } from '#shared/sinks/table.ts';
import { rawInvisible } from './controls.ts';
import { hostilePosture } from './hostile-posture.ts';
import { samplePosture } from './sample-posture.ts';

/** What `styleText` writes: a selection of graphic rendition, and nothing else that starts with an escape. */
const SGR = new RegExp(`${String.fromCharCode(27)}\\[\\d+(;\\d+)*m`, 'g');

const shown = (options: TableOptions = {}, posture: Posture = samplePosture()): string =>
  [...tableFormat(options).render(posture)].join('');

describe('the terminal table', () => {
  test('counts by cloud and severity', () => {
    const rows = shown()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(rows).toContainEqual(['Cloud', 'Critical', 'High', 'Medium', 'Low', 'Info', 'Open', 'Assets']);
    expect(rows).toContainEqual(['AWS', '3', '10', '8', '4', '·', '25', '196']);
    expect(rows).toContainEqual(['Together', '5', '19', '10', '8', '4', '46', '376']);
    expect(shown()).toContain('1 more finding suppressed');
  });

  test('shows the worst findings first, with evidence and the first line of the fix', () => {
    const text = shown({ width: 140 });
    expect(text.match(/^CRITICAL/gm)).toHaveLength(5);
    expect(text.match(/^(CRITICAL|HIGH)/gm)).toHaveLength(10);
    expect(text.indexOf('HIGH  ')).toBeGreaterThan(text.lastIndexOf('CRITICAL  '));
    expect(text).toContain('found     properties.networkAcls.defaultAction = absent\n  expected  is “Deny”');
    expect(text).toContain('fix       gcloud storage buckets update gs://NAME --public-access-prevention');
    // A command that a backslash continues is one line.
    expect(text).toContain('--bucket NAME --public-access-block-configuration');
  });

  test('says what was not seen and which permission to grant, and passes over what is not offered', () => {
    const text = shown({ width: 140 });
    expect(text).toMatch(
      /notebooks\.projects\.locations\.instances\.list +denied +Grant notebooks\.instances\.list/,
    );
    expect(text).not.toContain('unavailable');
  });

  test('says that everything was read when it was', () => {
    const posture = samplePosture();
    const coverage = posture.coverage.map((record) => ({ ...record, outcome: 'complete' as const }));
    expect(shown({}, { ...posture, coverage })).toContain('Everything was read in 7 scopes.');
    expect(shown({}, { ...posture, findings: [] })).toContain('No open findings.');
    expect(shown({}, { ...posture, findings: [], assets: [], coverage: [] })).toContain(
      'Nothing was looked at.',
    );
  });

  test.each([60, 80, 100, 140])('fits into %i columns, hostile and wide characters too', (width) => {
    for (const posture of [samplePosture(), hostilePosture()])
      for (const line of shown({ width, colour: true, worst: 100 }, posture).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  });

  test('colours only when told to, and then with nothing but SGR codes', () => {
    expect(shown()).not.toContain('\u001b');
    const coloured = shown({ colour: true });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(shown());
  });

  test('passes no control character of a hostile name on', () => {
    const posture = hostilePosture();
    expect(rawInvisible(shown({ worst: 100 }, posture))).toBeUndefined();
    // With colour, every escape is one of ours: a selection of graphic rendition.
    const coloured = shown({ colour: true, worst: 100 }, posture).replace(SGR, '');
    expect(rawInvisible(coloured)).toBeUndefined();
    expect(coloured).toContain('⟨U+001B⟩[2J');
  });
});
