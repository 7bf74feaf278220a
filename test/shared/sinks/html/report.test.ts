import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, htmlFormat } from '#shared/sinks/html/report.ts';
import { SCRIPT } from '#shared/sinks/html/script.ts';
import { DARK, LIGHT } from '#shared/sinks/html/style.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import { rawInvisible } from '#test/shared/sinks/controls.ts';
import { HOSTILE_TEXTS, hostilePosture } from '#test/shared/sinks/hostile-posture.ts';
import { attribute, elementsOf, skeletonOf, textOf } from '#test/shared/sinks/markup-tree.ts';
import { samplePosture } from '#test/shared/sinks/sample-posture.ts';

const report = (posture: Posture): string => [...htmlFormat.render(posture)].join('');
const named = (page: string, tag: string) => elementsOf(page).filter(({ tagName }) => tagName === tag);

describe('the HTML report', () => {
  const page = report(samplePosture());

  test('says how much is open, where, and that it is not the whole picture', () => {
    const [lead] = elementsOf(page).filter((element) => attribute(element, 'class') === 'lead');
    expect(lead && textOf(lead)).toBe(
      '46 open findings, 5 critical and 19 high, on 376 assets in AWS, Azure and Google Cloud. ' +
        '3 operations could not be read everywhere, so this is not the whole picture.',
    );
  });

  test('shows every open finding once, with its evidence, and no resolved one', () => {
    const { findings } = samplePosture();
    const shown = elementsOf(page).filter((element) => attribute(element, 'class') === 'finding');
    expect(shown).toHaveLength(findings.filter(({ status }) => status === 'open').length);
    const guardrail = shown.map(textOf).filter((text) => text.includes('guardrailIdentifier'));
    expect(guardrail[0]).toMatch(/guardrailConfiguration\.guardrailIdentifierabsentis set/);
  });

  test('folds the assets of a frequent check away, and loses none', () => {
    const [finding] = samplePosture().findings;
    if (!finding) throw new Error('the sample has no finding');
    const findings = Array.from({ length: 20 }, (_, n) => ({
      ...finding,
      asset: { ...finding.asset, id: `a${n}` },
    }));
    const folded = named(report({ ...samplePosture(), findings }), 'details').find(
      (element) => attribute(element, 'class') === 'more',
    );
    if (!folded) throw new Error('nothing is folded');
    expect(textOf(folded)).toContain('15 more assets');
    expect(textOf(folded)).toContain('a19');
  });

  test('puts the findings of a check that it does not know together, each under its own title', () => {
    const posture = samplePosture();
    const findings = posture.findings
      .filter(({ status, severity }) => status === 'open' && severity === 'critical')
      .map((finding, n) => ({ ...finding, checkId: 'aispm.coverage.incomplete', title: `gap ${n}` }));
    const [check, ...others] = named(report({ ...posture, findings }), 'article');
    expect(others).toEqual([]);
    for (const { title } of findings) expect(check && textOf(check)).toContain(title);
    expect(check && textOf(check)).toContain('Critical aispm.coverage.incomplete');
  });

  test('runs its script without error when there is nothing to filter', () => {
    const document = { getElementById: () => null, querySelectorAll: () => [] };
    expect(() => runInNewContext(SCRIPT, { document })).not.toThrow();
  });

  test('names the permission to grant for what was denied', () => {
    const section = named(page, 'section').find(
      (element) => attribute(element, 'aria-labelledby') === 'coverage',
    );
    if (!section) throw new Error('no coverage section');
    expect(textOf(section)).toContain('Grant notebooks.instances.list');
    expect(textOf(section)).toContain('TooManyRequests: retry after 60 seconds');
    expect(textOf(section)).not.toContain('hf-research');
  });

  test('says who accepted a suppressed finding, why, and until when', () => {
    for (const text of ['maria.lindqvist', 'Isolated sandbox', '2026-12-31']) expect(page).toContain(text);
  });

  test('says so when nothing was looked at and when nothing is open', () => {
    const nothing = { ...samplePosture(), findings: [], assets: [], coverage: [] };
    expect(report(nothing)).toContain('Nothing was looked at.');
    expect(report({ ...samplePosture(), findings: [] })).toContain('There is no open finding.');
  });

  test('carries nothing but its own style and script, each admitted by its hash', () => {
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [style, ...moreStyles] = named(page, 'style');
    const [script, ...moreScripts] = named(page, 'script');
    if (!style || !script) throw new Error('no style or no script');
    expect([...moreStyles, ...moreScripts]).toEqual([]);
    const policy = elementsOf(page).find(
      (element) => attribute(element, 'http-equiv') === 'Content-Security-Policy',
    );
    expect(policy && attribute(policy, 'content')).toBe(CONTENT_SECURITY_POLICY);
    expect(CONTENT_SECURITY_POLICY).toBe(
      `default-src 'none'; style-src ${hash(textOf(style))}; script-src ${hash(textOf(script))}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('asks nothing of the network', () => {
    const loads = ['src', 'srcset', 'href', 'action', 'formaction', 'data', 'poster', 'background', 'style'];
    for (const element of elementsOf(page))
      for (const { name, value } of element.attrs)
        if (loads.includes(name)) expect(`${element.tagName} ${name}=${value}`).toMatch(/^a href=#[a-z]+$/);
    expect(named(page, 'style').map(textOf).join()).not.toMatch(/url\(|@import/);
  });

  test('has landmarks, one h1, headings in order, headed columns, unique ids and labelled controls', () => {
    const elements = elementsOf(page);
    for (const landmark of ['header', 'nav', 'main', 'footer'])
      expect(named(page, landmark).length).toBeGreaterThan(0);
    const levels = elements
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    for (const heading of named(page, 'th')) expect(attribute(heading, 'scope')).toMatch(/^(col|row)$/);
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const points = ['for', 'aria-labelledby'];
    for (const element of elements)
      for (const { name, value } of element.attrs)
        if (points.includes(name)) for (const id of value.split(' ')) expect(ids).toContain(id);
    for (const control of [...named(page, 'input'), ...named(page, 'select')])
      expect(named(page, 'label').map((label) => attribute(label, 'for'))).toContain(
        attribute(control, 'id'),
      );
  });

  test('gives every finding the row span that its table needs', () => {
    const bodies = elementsOf(page).filter((element) => attribute(element, 'class') === 'finding');
    for (const body of bodies) {
      const rows = body.childNodes.filter((node) => 'tagName' in node && node.tagName === 'tr').length;
      expect(textOf(body)).not.toBe('');
      expect(rowSpanOf(body)).toBe(String(rows));
    }
  });

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('holds WCAG AA in %s mode', (_mode, theme) => {
    const pairs = [
      ...(['ink', 'quiet', 'link'] as const).flatMap((text) => [
        [text, 'paper'] as const,
        [text, 'panel'] as const,
      ]),
      ...(['critical', 'high', 'medium', 'low', 'informational'] as const).map(
        (severity) => ['onSeverity', severity] as const,
      ),
    ];
    for (const [text, background] of pairs)
      expect
        .soft(contrast(theme[text], theme[background]), `${text} on ${background}`)
        .toBeGreaterThanOrEqual(4.5);
  });

  test('writes 2,000 findings in well under a second and under 3 MB', () => {
    const posture = samplePosture({ findings: 2000 });
    const start = performance.now();
    const written = report(posture);
    const milliseconds = performance.now() - start;
    expect(Buffer.byteLength(written)).toBeLessThan(3_000_000);
    expect(milliseconds).toBeLessThan(1000);
  });
});

describe('hostile names in the HTML report', () => {
  const page = report(hostilePosture());

  test('add no element and no attribute', () => {
    const plain = report(hostilePosture(HOSTILE_TEXTS.map((_, n) => `plain${n}`)));
    expect(skeletonOf(page)).toEqual(skeletonOf(plain));
  });

  test.each(HOSTILE_TEXTS)('neither does %j alone, in twenty findings', (text) => {
    const plain = report(hostilePosture(Array.from({ length: 20 }, () => 'plain')));
    expect(skeletonOf(report(hostilePosture(Array.from({ length: 20 }, () => text))))).toEqual(
      skeletonOf(plain),
    );
  });

  test('are still there to be read', () => {
    const text = elementsOf(page)
      .filter(({ tagName }) => tagName === 'main')
      .map(textOf)
      .join();
    for (const shown of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'gpj.⟨U+202E⟩exe',
      'nul ⟨U+0000⟩ byte',
    ])
      expect(text).toContain(shown);
  });

  test('show no raw control, bidirectional mark or half of a character', () => {
    expect(rawInvisible(page)).toBeUndefined();
  });
});

const rowSpanOf = (body: ReturnType<typeof elementsOf>[number]): string | undefined => {
  const [row] = body.childNodes.filter((node) => 'tagName' in node);
  const [cell] = row && 'childNodes' in row ? row.childNodes.filter((node) => 'tagName' in node) : [];
  return cell && 'attrs' in cell ? attribute(cell, 'rowspan') : undefined;
};

/** WCAG 2.2, “contrast ratio” and “relative luminance”. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? [])
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
