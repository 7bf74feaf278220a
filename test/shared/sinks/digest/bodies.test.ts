import { describe, expect, test } from 'vitest';
import { composeDigest, type Digest } from '#shared/sinks/digest/compose.ts';
import { renderDigestHtml } from '#shared/sinks/digest/html.ts';
import { renderDigestText } from '#shared/sinks/digest/text.ts';
import type { Posture } from '#shared/sinks/posture.ts';
import { rawInvisible } from '#test/shared/sinks/controls.ts';
import { HOSTILE_TEXTS, hostilePosture } from '#test/shared/sinks/hostile-posture.ts';
import { attribute, elementsOf, skeletonOf, textOf } from '#test/shared/sinks/markup-tree.ts';
import { SAMPLE_WEEK, samplePosture } from '#test/shared/sinks/sample-posture.ts';

const digestOf = (posture: Posture): Digest => composeDigest({ ...posture, window: SAMPLE_WEEK });

/** A hostile finding in every section. */
function hostileDigest(text: string): Digest {
  const posture = hostilePosture(Array.from({ length: 8 }, () => text));
  const at = '2026-11-18T00:00:00.000Z';
  const findings = posture.findings.map((finding, n) => ({
    ...finding,
    severity: 'high' as const,
    status: n === 7 ? ('resolved' as const) : ('open' as const),
    ...(n < 3 ? { openedAt: at } : {}),
    ...(n === 4 ? { worsenedAt: at } : {}),
    ...(n === 7 ? { resolvedAt: at } : {}),
  }));
  return digestOf({ ...posture, findings });
}

const sample = digestOf(samplePosture());
const bodyText = (page: string): string =>
  elementsOf(page)
    .filter(({ tagName }) => tagName === 'body')
    .map(textOf)
    .join()
    .replace(/\s+/g, ' ');

describe('the digest’s two bodies', () => {
  test.each([
    'SageMaker notebook users have no root access',
    'RootAccess is "Enabled"; expected: is “Disabled”',
    'Fix: Stop the notebook, edit it, and disable root access.',
    'Came back.',
    'guardrailConfiguration.guardrailIdentifier is absent; expected: is set',
    'The asset is gone.',
    'The check passes.',
    'No owner named',
    'oldest since 2026-09-',
    'Grant notebooks.instances.list',
    '3 operations could not be read everywhere.',
    '1 finding suppressed.',
  ])('both say “%s”', (phrase) => {
    expect(bodyText(renderDigestHtml(sample))).toContain(phrase);
    expect(renderDigestText(sample)).toContain(phrase);
  });

  test('say how many more there are', () => {
    const posture = samplePosture();
    const findings = Array.from({ length: 52 }, () => ({
      ...(posture.findings[0] as (typeof posture.findings)[number]),
      openedAt: SAMPLE_WEEK.from,
    }));
    const digest = digestOf({ ...posture, findings });
    expect(bodyText(renderDigestHtml(digest))).toContain('and 42 more');
    expect(renderDigestText(digest)).toContain('and 42 more');
  });

  test('say so when there is nothing to say', () => {
    const empty = digestOf({ ...samplePosture(), findings: [], coverage: [] });
    for (const body of [bodyText(renderDigestHtml(empty)), renderDigestText(empty)])
      expect(body).toContain('Nothing new, nothing open, and everything was seen.');
  });

  test('stay under what Gmail shows, however long the names and however many the findings', () => {
    const posture = samplePosture({ findings: 5000 });
    const long = '<\u202e'.repeat(1024);
    const findings = posture.findings.map((finding, n) => ({
      ...finding,
      title: long,
      owner: `${long}${n}`,
      asset: { ...finding.asset, name: long },
      ...(n % 3 === 0 ? { openedAt: SAMPLE_WEEK.from } : {}),
      ...(n % 3 === 1 ? { openedAt: '2026-01-01T00:00:00.000Z', worsenedAt: SAMPLE_WEEK.from } : {}),
      ...(n % 3 === 2 ? { status: 'resolved' as const, resolvedAt: SAMPLE_WEEK.from } : {}),
    }));
    const digest = digestOf({ ...posture, findings, coverage: hostilePosture().coverage });
    expect(Buffer.byteLength(renderDigestHtml(digest))).toBeLessThan(102_000);
  });
});

describe('the digest’s HTML', () => {
  const page = renderDigestHtml(sample);
  const elements = elementsOf(page);

  test('is made of what Outlook’s Word engine knows', () => {
    const known = [
      'html',
      'head',
      'meta',
      'title',
      'body',
      'table',
      'tbody',
      'tr',
      'td',
      'h1',
      'h2',
      'p',
      'span',
      'b',
    ];
    expect(
      [...new Set(elements.map(({ tagName }) => tagName))].filter((tag) => !known.includes(tag)),
    ).toEqual([]);
    for (const element of elements) {
      expect(attribute(element, 'style') ?? '').not.toMatch(/flex|grid|position|float|url\(|var\(|calc\(/);
      expect(attribute(element, 'class')).toBeUndefined();
    }
  });

  test('gives every layout table its role, width and spacing as attributes, and every fill its bgcolor', () => {
    for (const element of elements) {
      if (element.tagName === 'table') {
        expect(attribute(element, 'role')).toBe('presentation');
        for (const name of ['border', 'cellpadding', 'cellspacing'])
          expect(attribute(element, name)).toBe('0');
      }
      const fill = /background-color:(#[0-9a-f]{6})/.exec(attribute(element, 'style') ?? '')?.[1];
      if (fill) expect(attribute(element, 'bgcolor')).toBe(fill);
    }
    expect(elements.filter((element) => attribute(element, 'width') === '600').length).toBeGreaterThan(0);
  });

  test('has no image, no link and no script, so nothing tells that or where it was opened', () => {
    for (const element of elements)
      for (const { name } of element.attrs)
        expect(['src', 'href', 'background', 'action']).not.toContain(name);
    expect(bodyText(page)).not.toMatch(/https?:/);
  });

  test.each(HOSTILE_TEXTS)('keeps %j text', (text) => {
    const hostile = renderDigestHtml(hostileDigest(text));
    expect(skeletonOf(hostile)).toEqual(skeletonOf(renderDigestHtml(hostileDigest('plain'))));
    expect(rawInvisible(hostile)).toBeUndefined();
  });
});

describe('the digest’s plain text', () => {
  test.each(HOSTILE_TEXTS)('keeps %j in its line', (text) => {
    const hostile = renderDigestText(hostileDigest(text));
    const plain = renderDigestText(hostileDigest('plain'));
    expect(hostile.split('\n')).toHaveLength(plain.split('\n').length);
    expect(rawInvisible(hostile)).toBeUndefined();
  });
});
