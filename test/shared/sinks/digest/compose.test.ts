import { describe, expect, test } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { composeDigest, type Digest } from '#shared/sinks/digest/compose.ts';
import { rawInvisible } from '#test/shared/sinks/controls.ts';
import { SAMPLE_WEEK, samplePosture } from '#test/shared/sinks/sample-posture.ts';

const [template] = samplePosture().findings;
const { from, to } = SAMPLE_WEEK;
const BEFORE = '2026-11-01T00:00:00.000Z';
const WITHIN = '2026-11-18T00:00:00.000Z';

function finding(changes: Partial<Finding>): Finding {
  if (!template) throw new Error('the sample has no finding');
  const { owner: _nobody, ...unowned } = template;
  return { ...unowned, firstSeenAt: BEFORE, openedAt: BEFORE, severity: 'high', ...changes };
}

const digestOf = (findings: Finding[], rest: Partial<Parameters<typeof composeDigest>[0]> = {}): Digest =>
  composeDigest({ findings, coverage: [], window: SAMPLE_WEEK, checks: new Map(), ...rest });

const sections = ({ opened, worsened, fixed, stillOpen }: Digest) => ({
  opened: opened.total,
  worsened: worsened.total,
  fixed: fixed.total,
  stillOpen: stillOpen.findings,
});
const NONE = { opened: 0, worsened: 0, fixed: 0, stillOpen: 0 };

describe('a digest', () => {
  test.each<[string, Partial<Finding>, Partial<typeof NONE>]>([
    ['opened before', {}, { stillOpen: 1 }],
    ['opened at the first instant', { openedAt: from }, { opened: 1 }],
    ['opened within', { openedAt: WITHIN }, { opened: 1 }],
    ['opened at the last instant, which is the next window’s', { openedAt: to }, {}],
    ['came back within', { openedAt: WITHIN, reopened: 1 }, { opened: 1 }],
    ['worsened within', { worsenedAt: WITHIN }, { worsened: 1, stillOpen: 1 }],
    ['worsened before', { worsenedAt: BEFORE }, { stillOpen: 1 }],
    ['opened and worsened within: news once', { openedAt: WITHIN, worsenedAt: WITHIN }, { opened: 1 }],
    ['resolved within', { status: 'resolved', resolvedAt: WITHIN }, { fixed: 1 }],
    [
      'opened and resolved within',
      { status: 'resolved', openedAt: WITHIN, resolvedAt: WITHIN },
      { fixed: 1 },
    ],
    ['resolved at the last instant', { status: 'resolved', resolvedAt: to }, {}],
    ['resolved before', { status: 'resolved', resolvedAt: BEFORE }, {}],
    ['reopened after having been resolved within', { openedAt: WITHIN, resolvedAt: WITHIN }, { opened: 1 }],
    ['suppressed', { status: 'suppressed', openedAt: WITHIN }, {}],
  ])('places a finding that was %s', (_when, changes, expected) =>
    expect(sections(digestOf([finding(changes)]))).toEqual({ ...NONE, ...expected }),
  );

  test('tells each opening once in consecutive windows', () => {
    const windows = [SAMPLE_WEEK, { from: to, to: '2026-11-29T06:00:00.000Z' }];
    const { findings } = samplePosture();
    const told = windows.flatMap((window) => digestOf([...findings], { window, most: 1000 }).opened.entries);
    expect(new Set(told.map((entry) => entry.finding.id)).size).toBe(told.length);
    expect(told.length).toBe(
      findings.filter(({ status, openedAt }) => status === 'open' && openedAt >= from).length,
    );
  });

  test('groups what is still open by owner, the worst first, with the oldest date', () => {
    const { stillOpen } = digestOf([
      finding({ owner: 'busy', openedAt: '2026-11-03T00:00:00.000Z' }),
      finding({ owner: 'busy', openedAt: BEFORE }),
      finding({ severity: 'critical' }),
    ]);
    expect(stillOpen.entries.map(({ owner, total, oldest }) => [owner, total, oldest])).toEqual([
      [undefined, 1, BEFORE],
      ['busy', 2, BEFORE],
    ]);
  });

  test('shows the worst of a section and counts the others', () => {
    const many = Array.from({ length: 52 }, (_, n) =>
      finding({ openedAt: WITHIN, severity: n === 51 ? 'critical' : 'low' }),
    );
    const { opened } = digestOf(many);
    expect(opened.entries).toHaveLength(10);
    expect(opened.total).toBe(52);
    expect(opened.entries[0]?.finding.severity).toBe('critical');
  });

  test('is empty only when nothing happened, nothing is open and everything was seen', () => {
    const { coverage } = samplePosture();
    expect(digestOf([]).empty).toBe(true);
    expect(digestOf([finding({ status: 'suppressed' })]).empty).toBe(true);
    expect(digestOf([finding({})]).empty).toBe(false);
    expect(digestOf([finding({ status: 'resolved', resolvedAt: WITHIN })]).empty).toBe(false);
    expect(digestOf([], { coverage }).empty).toBe(false);
  });

  test.each<[Finding[], Partial<Parameters<typeof composeDigest>[0]>, string]>([
    [[], {}, 'AI posture: nothing new, nothing open'],
    [[finding({})], {}, 'AI posture: nothing new, 1 finding open'],
    [
      [
        finding({ openedAt: WITHIN, severity: 'critical' }),
        finding({ status: 'resolved', resolvedAt: WITHIN }),
      ],
      { organisation: 'Harbour & Field', coverage: samplePosture().coverage },
      'AI posture of Harbour & Field: 1 new (1 critical) and 1 fixed, 1 finding open, not everything seen',
    ],
  ])('has the subject of what happened', (findings, rest, subject) =>
    expect(digestOf(findings, rest).subject).toBe(subject),
  );

  test('has a subject of one short line, whoever names the organisation', () => {
    const { subject } = digestOf([], {
      organisation: `a\r\nBcc: victim@example.com\u2028${'x'.repeat(2048)}`,
    });
    expect(rawInvisible(subject)).toBeUndefined();
    expect(subject).not.toContain('\n');
    expect(subject.length).toBeLessThan(250);
  });
});
