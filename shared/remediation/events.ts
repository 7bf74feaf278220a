import { isObject, type Json } from '#shared/model/json.ts';
import type { Actor, Remediation, Step } from '#shared/model/remediation.ts';
import {
  type AispmEvent,
  type RemediationDetail,
  type RemediationEventName,
  SCHEMA_VERSION,
} from '#shared/sinks/events.ts';

const FLEET: Actor = { kind: 'fleet', name: 'aispm' };

interface News {
  readonly detailType: RemediationEventName;
  readonly at: string;
  readonly actor: Actor;
}

/**
 * What the step from one version to the next is to the bus: nothing where the status is the same or is one
 * of passage. The same two versions give the same events, whether they come from here or from the stream.
 */
export function remediationEvents(before: Remediation | undefined, after: Remediation): AispmEvent[] {
  if (before && !isNews(before, after)) return [];
  const news = newsOf(after);
  return news
    ? [{ detailType: news.detailType, time: news.at, detail: detailOf(after, news.at, news.actor) }]
    : [];
}

/** The same status is news where a waiting plan was made anew. */
const isNews = (before: Remediation, after: Remediation): boolean =>
  before.status !== after.status || (after.status === 'planned' && before.planned.at !== after.planned.at);

function newsOf({ status, planned, approval, acted, failure, undone }: Remediation): News | undefined {
  switch (status) {
    case 'planned':
      return { detailType: 'Remediation Planned', at: planned.at, actor: planned.by };
    case 'approved':
      return approval && { detailType: 'Remediation Approved', at: approval.at, actor: approval.by };
    case 'acted':
      return acted && { detailType: 'Remediation Acted', at: acted.at, actor: approval?.by ?? FLEET };
    case 'failed':
      return failure && { detailType: 'Remediation Failed', at: failure.at, actor: FLEET };
    case 'undone':
      return undone && { detailType: 'Remediation Undone', at: undone.at, actor: undone.by };
    case 'acting':
    case 'undoing':
    case 'verified':
      // The finding's own event says that it is resolved.
      return undefined;
  }
}

function detailOf(record: Remediation, at: string, actor: Actor): RemediationDetail {
  const { id, version, plan, undone, acted, failure } = record;
  return {
    schemaVersion: SCHEMA_VERSION,
    changeId: `${id}.${version}`,
    remediationId: id,
    action: record.action,
    findingId: record.findingId,
    findingVersion: record.findingVersion,
    checkId: record.checkId,
    severity: record.severity,
    scope: record.scope,
    asset: record.asset,
    at,
    actor,
    summary: plan.cannotAct === undefined ? plan.summary : `${plan.summary}. ${plan.cannotAct}`,
    evidence: fieldsOf(undone?.step ?? acted?.step ?? plan.step),
    evidenceOmitted: 0,
    undoable: record.status !== 'undone' && (acted !== undefined || plan.undo !== undefined),
    ...(record.status === 'failed' && failure
      ? { error: { code: failure.code, message: failure.message } }
      : {}),
    links: {},
  };
}

/** The fields that a step changes, one by one. */
export function fieldsOf(step: Step | undefined): { path: string; before?: Json; after?: Json }[] {
  if (!step) return [];
  const before = isObject(step.before) ? step.before : {};
  const after = isObject(step.after) ? step.after : {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((path) => {
    const [was, becomes] = [before[path], after[path]];
    if (JSON.stringify(was) === JSON.stringify(becomes)) return [];
    return [
      {
        path,
        ...(was === undefined ? {} : { before: was }),
        ...(becomes === undefined ? {} : { after: becomes }),
      },
    ];
  });
}
