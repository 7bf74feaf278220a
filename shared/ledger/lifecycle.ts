import type { Evidence } from '#shared/model/evidence.ts';
import {
  evidenceHash,
  type Finding,
  findingId,
  type Resolution,
  type Suppression,
} from '#shared/model/finding.ts';
import { canonical } from '#shared/model/json.ts';
import type { Risk } from '#shared/model/risk.ts';
import type { Scope } from '#shared/model/scope.ts';
import { type Severity, severityRank } from '#shared/model/severity.ts';
import { withSeverity } from '#shared/risk/finding-risk.ts';

/** A finding as the table keeps it. */
export interface Remembered {
  readonly finding: Finding;
  /** When the observation started that last wrote it. An older observation has nothing to add. */
  readonly observedAt: string;
  /** Of the whole evidence, which the finding may hold abridged. */
  readonly evidenceHash: string;
}

/** Something that is not as it should be, as one observation describes it. */
export interface Failure {
  readonly checkId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly scope: Scope;
  readonly asset: Finding['asset'];
  readonly cause?: string;
  readonly discriminator?: string;
  readonly owner?: string;
  readonly evidence: readonly Evidence[];
}

/** What an observation has to say of one finding, once coverage has been taken into account. */
export type Sighting =
  | { readonly kind: 'failing'; readonly failure: Failure }
  | { readonly kind: 'over'; readonly resolution: Resolution }
  /** Not read, not decided or not spoken of: no reason to believe that anything is different. */
  | { readonly kind: 'unseen' };

/** Which observation speaks; `at` is when it started. */
export interface Moment {
  readonly at: string;
  readonly scanId: string;
}

/**
 * The whole life of a finding, as one step: what the table should hold after a sighting, or `undefined` when
 * there is nothing to write. Pure, and idempotent: the same sighting again gives `undefined`.
 */
export function decide(
  before: Remembered | undefined,
  sighting: Sighting,
  moment: Moment,
): Remembered | undefined {
  if (before && before.observedAt > moment.at) return undefined;
  switch (sighting.kind) {
    case 'failing':
      return before ? failsStill(before, sighting.failure, moment) : opens(sighting.failure, moment);
    case 'over':
      return before && isOver(before, sighting.resolution, moment);
    case 'unseen':
      return before && endsSuppression(before, moment);
  }
}

function opens(failure: Failure, { at, scanId }: Moment): Remembered {
  return {
    finding: {
      id: findingId(failure.checkId, failure.cause ?? failure.asset.id, failure.discriminator),
      ...failure,
      evidence: [...failure.evidence],
      status: 'open',
      firstSeenAt: at,
      openedAt: at,
      changedAt: at,
      lastSeenAt: at,
      reopened: 0,
      version: 1,
      scanId,
    },
    observedAt: at,
    evidenceHash: evidenceHash(failure.evidence),
  };
}

function failsStill(before: Remembered, failure: Failure, { at, scanId }: Moment): Remembered | undefined {
  const { suppression, resolvedAt: _at, resolution: _why, owner: _owner, ...kept } = before.finding;
  const status = suppression && suppression.until > at ? 'suppressed' : 'open';
  const comesBack = kept.status === 'resolved';
  const hash = evidenceHash(failure.evidence);
  const worse = severityRank(failure.severity) > severityRank(kept.severity);
  const isChange =
    status !== kept.status || failure.severity !== kept.severity || hash !== before.evidenceHash;
  if (!isChange && describedAlike(before.finding, failure)) return undefined;
  return {
    finding: {
      ...kept,
      title: failure.title,
      severity: failure.severity,
      ...(kept.risk ? { risk: withSeverity(kept.risk, failure.severity) } : {}),
      asset: failure.asset,
      ...(failure.owner === undefined ? {} : { owner: failure.owner }),
      status,
      evidence: [...failure.evidence],
      openedAt: comesBack ? at : kept.openedAt,
      changedAt: isChange ? later(at, kept.changedAt) : kept.changedAt,
      ...(worse ? { worsenedAt: at } : {}),
      lastSeenAt: later(at, kept.lastSeenAt),
      reopened: kept.reopened + (comesBack ? 1 : 0),
      ...(status === 'suppressed' && suppression ? { suppression } : {}),
      version: kept.version + 1,
      scanId,
    },
    observedAt: at,
    evidenceHash: hash,
  };
}

/** Title, names and owner are kept up to date without that being news. */
const describedAlike = (finding: Finding, failure: Failure): boolean =>
  finding.title === failure.title &&
  finding.owner === failure.owner &&
  finding.asset.name === failure.asset.name &&
  finding.asset.type === failure.asset.type;

function isOver(before: Remembered, resolution: Resolution, { at, scanId }: Moment): Remembered | undefined {
  const { finding } = before;
  if (finding.status === 'resolved') return undefined;
  // A suppression stays on record: should the failure come back before its end, nobody is to be disturbed.
  return {
    ...before,
    finding: {
      ...finding,
      status: 'resolved',
      resolution,
      resolvedAt: at,
      changedAt: later(at, finding.changedAt),
      version: finding.version + 1,
      scanId,
    },
    observedAt: at,
  };
}

function endsSuppression(before: Remembered, { at, scanId }: Moment): Remembered | undefined {
  const { suppression } = before.finding;
  if (before.finding.status !== 'suppressed' || !suppression || suppression.until > at) return undefined;
  const opened = unsuppressed(before, at);
  return { ...opened, finding: { ...opened.finding, scanId }, observedAt: at };
}

/** The risk as the whole estate shows it. No news of the finding itself: neither `changedAt` nor `scanId` moves. */
export function ranked(before: Remembered, risk: Risk): Remembered | undefined {
  const { finding } = before;
  if (finding.status !== 'open' || canonical(finding.risk) === canonical(risk)) return undefined;
  return { ...before, finding: { ...finding, risk, version: finding.version + 1 } };
}

/** A person accepts the risk until a date. `undefined` where there is nothing open to accept. */
export function suppressed(before: Remembered, suppression: Suppression): Remembered | undefined {
  const { finding } = before;
  if (finding.status === 'resolved') return undefined;
  return {
    ...before,
    finding: {
      ...finding,
      status: 'suppressed',
      suppression,
      changedAt: later(suppression.at, finding.changedAt),
      version: finding.version + 1,
    },
  };
}

export function unsuppressed(before: Remembered, at: string): Remembered {
  const { suppression: _ended, ...finding } = before.finding;
  return {
    ...before,
    finding: {
      ...finding,
      status: 'open',
      changedAt: later(at, finding.changedAt),
      version: finding.version + 1,
    },
  };
}

const later = (a: string, b: string): string => (a > b ? a : b);
