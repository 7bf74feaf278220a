import type { Change, ChangeKind } from '#shared/model/finding.ts';
import { changeIdOf } from './delivery.ts';
import { type AispmEvent, type FindingDetail, type FindingEventName, SCHEMA_VERSION } from './events.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import type { Posture } from './posture.ts';

export interface FindingEventContext extends Pick<Posture, 'checks'> {
  readonly links?: {
    readonly check?: (checkId: string) => string;
    readonly finding?: (findingId: string) => string;
  };
}

const DETAIL_TYPE: Readonly<Record<ChangeKind, FindingEventName>> = {
  opened: 'Finding Opened',
  changed: 'Finding Changed',
  resolved: 'Finding Resolved',
  reopened: 'Finding Reopened',
  suppressed: 'Finding Suppressed',
  unsuppressed: 'Finding Unsuppressed',
};

/** A change as an event. The same change gives the same event, so a repeat can be told by its `changeId`. */
export function findingEvent(change: Change, context: FindingEventContext): AispmEvent {
  const { kind, finding } = change;
  return {
    detailType: DETAIL_TYPE[kind],
    time: finding.changedAt,
    detail: detailOf(change, context),
  };
}

function detailOf(
  { finding, previousSeverity }: Change,
  { checks, links }: FindingEventContext,
): FindingDetail {
  const { id, version, checkId, title, owner, discriminator, resolvedAt, resolution, suppression } = finding;
  const explanation = explanationOf(finding, checks);
  return {
    schemaVersion: SCHEMA_VERSION,
    changeId: changeIdOf(finding),
    findingId: id,
    findingVersion: version,
    status: finding.status,
    severity: finding.severity,
    ...(previousSeverity && { previousSeverity }),
    ...(finding.risk && { risk: finding.risk }),
    title,
    scope: finding.scope,
    asset: finding.asset,
    ...(owner !== undefined && { owner }),
    check: {
      id: checkId,
      title: explanation?.title ?? title,
      ...(explanation && { why: explanation.why, frameworks: frameworksOf(explanation.frameworks) }),
    },
    ...(discriminator !== undefined && { discriminator }),
    evidence: finding.evidence,
    evidenceOmitted: 0,
    ...(explanation && { fix: fixOf(explanation.fix) }),
    firstSeenAt: finding.firstSeenAt,
    openedAt: finding.openedAt,
    changedAt: finding.changedAt,
    lastSeenAt: finding.lastSeenAt,
    ...(resolvedAt && { resolvedAt }),
    ...(resolution && { resolution }),
    reopened: finding.reopened,
    ...(suppression && { suppression }),
    scanId: finding.scanId,
    links: {
      ...(links?.check && { check: links.check(checkId) }),
      ...(links?.finding && { finding: links.finding(id) }),
    },
  };
}

const fixOf = ({ console, cli }: Explanation['fix']) => (cli === undefined ? { console } : { console, cli });

const frameworksOf = (frameworks: Readonly<Record<string, readonly string[] | undefined>>) =>
  Object.fromEntries(Object.entries(frameworks).map(([name, ids]) => [name, [...(ids ?? [])]]));
