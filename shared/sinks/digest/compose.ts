import type { Rule } from '#shared/model/check.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import type { Finding, Instant } from '#shared/model/finding.ts';
import { scoreOf } from '#shared/risk/finding-risk.ts';
import { countBySeverity, isOpen, type SeverityCounts, URGENT_FIRST, worstFirst } from '../summary.ts';
import { clip, printable } from '../text.ts';
import { type Unseen, unseen } from '../unseen.ts';
import { count, listText } from '../wording.ts';

/** From the first instant up to, and without, the second: consecutive digests tell everything once. */
export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** The first of them, and how many there are. */
export interface Section<Entry> {
  readonly entries: readonly Entry[];
  readonly total: number;
}

export interface DigestFinding {
  readonly finding: Finding;
  /** What to do, in one line; `undefined` where the check is not known any more. */
  readonly fix: string | undefined;
}

export interface OwnerEntry {
  /** `undefined` for findings on assets that name no owner. */
  readonly owner: string | undefined;
  readonly total: number;
  readonly bySeverity: SeverityCounts;
  /** Since when the oldest of them has been open. */
  readonly oldest: Instant;
  readonly worst: Finding;
}

/** What an e-mail says of one window: the same for every recipient, and nothing in it is a secret. */
export interface Digest {
  readonly subject: string;
  readonly window: Window;
  /** Opened in the window, and open at its end. A finding that came back is new again. */
  readonly opened: Section<DigestFinding>;
  /** Open since before, and more severe since this window. */
  readonly worsened: Section<DigestFinding>;
  /** Resolved in the window, for whichever reason. */
  readonly fixed: Section<DigestFinding>;
  /** Open since before the window, the worsened among them, by who owns the asset. */
  readonly stillOpen: Section<OwnerEntry> & { readonly findings: number };
  readonly notSeen: Section<Unseen>;
  readonly open: { readonly total: number; readonly bySeverity: SeverityCounts };
  readonly suppressed: number;
  /** Nothing happened, nothing is open, and everything was seen. */
  readonly empty: boolean;
}

export interface DigestSources {
  readonly findings: readonly Finding[];
  readonly coverage: readonly Coverage[];
  readonly window: Window;
  readonly checks: ReadonlyMap<string, Rule>;
  /** Whose posture this is; stands in the subject. */
  readonly organisation?: string;
  /** How many entries a section shows. Default 10. */
  readonly most?: number;
}

/** Pure: what there is to say of the window. */
export function composeDigest({
  findings,
  coverage,
  window,
  checks,
  organisation,
  most = 10,
}: DigestSources): Digest {
  const within = (instant: Instant | undefined): boolean =>
    instant !== undefined && instant >= window.from && instant < window.to;
  // What was opened or changed after the window is the next digest's.
  const open = findings.filter((finding) => isOpen(finding) && finding.openedAt < window.to).sort(worstFirst);
  const opened = open.filter(({ openedAt }) => within(openedAt));
  const before = open.filter(({ openedAt }) => openedAt < window.from);
  const worsened = before.filter(({ worsenedAt }) => within(worsenedAt));
  const fixed = findings
    .filter(({ status, resolvedAt }) => status === 'resolved' && within(resolvedAt))
    .sort(worstFirst);
  const gaps = unseen(coverage);
  const section = (all: readonly Finding[]): Section<DigestFinding> => ({
    entries: all
      .slice(0, most)
      .map((finding) => ({ finding, fix: checks.get(finding.checkId)?.fix.console })),
    total: all.length,
  });
  const owners = byOwner(before);
  return {
    subject: subjectOf({ opened, worsened, fixed, open, gaps, organisation }),
    window,
    opened: section(opened),
    worsened: section(worsened),
    fixed: section(fixed),
    stillOpen: { entries: owners.slice(0, most), total: owners.length, findings: before.length },
    notSeen: { entries: gaps.slice(0, most), total: gaps.length },
    open: { total: open.length, bySeverity: countBySeverity(open) },
    suppressed: findings.filter(({ status }) => status === 'suppressed').length,
    empty: opened.length + worsened.length + fixed.length + open.length + gaps.length === 0,
  };
}

/** Whoever has the riskiest finding first, and of those whoever has most of the most severe. */
function byOwner(findings: readonly Finding[]): OwnerEntry[] {
  return [...Map.groupBy(findings, ({ owner }) => owner)]
    .flatMap(([owner, owned]): OwnerEntry[] => {
      const [worst] = owned;
      if (!worst) return [];
      const [oldest = worst.openedAt] = owned.map(({ openedAt }) => openedAt).sort();
      return [{ owner, total: owned.length, bySeverity: countBySeverity(owned), oldest, worst }];
    })
    .sort((a, b) => {
      const byRisk = scoreOf(b.worst) - scoreOf(a.worst);
      if (byRisk !== 0) return byRisk;
      for (const severity of URGENT_FIRST)
        if (a.bySeverity[severity] !== b.bySeverity[severity])
          return b.bySeverity[severity] - a.bySeverity[severity];
      return 0;
    });
}

const LONGEST_ORGANISATION = 60;

/**
 * Numbers in words of ours. The only text from outside is the organisation's name, on one line and clipped:
 * no name of an asset reaches a mail header.
 */
function subjectOf({
  opened,
  worsened,
  fixed,
  open,
  gaps,
  organisation,
}: {
  readonly opened: readonly Finding[];
  readonly worsened: readonly Finding[];
  readonly fixed: readonly Finding[];
  readonly open: readonly Finding[];
  readonly gaps: readonly Unseen[];
  readonly organisation: string | undefined;
}): string {
  const of = organisation ? ` of ${printable(clip(organisation, LONGEST_ORGANISATION))}` : '';
  const critical = opened.filter(({ severity }) => severity === 'critical').length;
  const events = [
    opened.length > 0 && `${opened.length} new${critical > 0 ? ` (${critical} critical)` : ''}`,
    worsened.length > 0 && `${worsened.length} worsened`,
    fixed.length > 0 && `${fixed.length} fixed`,
  ].filter((event) => event !== false);
  const news = events.length > 0 ? listText(events) : 'nothing new';
  const rest = open.length > 0 ? `${count(open.length, 'finding')} open` : 'nothing open';
  return `AI posture${of}: ${news}, ${rest}${gaps.length > 0 ? ', not everything seen' : ''}`;
}
