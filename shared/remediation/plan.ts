import { createHash } from 'node:crypto';
import * as z from 'zod';
import { LedgerRefusal } from '#shared/ledger/ledger.ts';
import type { Finding } from '#shared/model/finding.ts';
import { canonical, isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { Actor, Remediation, RemediationPlan } from '#shared/model/remediation.ts';
import { printable } from '#shared/sinks/text.ts';
import { targetOf } from './access.ts';
import type { Action, Setting } from './action.ts';
import { type Answer, done, refused, unchanged } from './answer.ts';
import { covers } from './compare.ts';
import { remediationEvents } from './events.ts';
import { attempt } from './failure.ts';
import { actionsOf, advance, now, type RemediationFleet, recordsOf } from './fleet.ts';

const FLEET: Actor = { kind: 'fleet', name: 'aispm' };

/** The action that fixes what the finding says, if one is declared for its check and its asset type. */
export function remediationFor(
  { checkId, asset }: Pick<Finding, 'checkId' | 'asset'>,
  fleet: Pick<RemediationFleet, 'actions'> = {},
): Action | undefined {
  return actionsOf(fleet).find(
    ({ fixes, settings, byHand }) =>
      fixes.includes(checkId) && (settings[asset.type] ?? byHand?.[asset.type]),
  );
}

/**
 * Reads the present setting and writes down what would be changed, from what to what, and how it is taken
 * back. Changes nothing in the cloud. Planned again while it waits for approval, the plan is brought up to
 * date; parameters that are not given stay as they were, or come from the config.
 */
export async function planRemediation(
  fleet: RemediationFleet,
  findingId: string,
  parameters?: JsonObject,
  by: Actor = FLEET,
): Promise<Answer> {
  const finding = await findingNamed(fleet, findingId);
  if ('refusal' in finding) return refused('unknown-finding', finding.refusal);
  if (finding.status !== 'open')
    return refused('finding-not-open', `The finding is ${finding.status}: there is nothing to remediate`);
  const action = remediationFor(finding, fleet);
  if (!action) return refused('no-remediation', `No remediation is declared for ${finding.checkId}`);

  const earlier = await Array.fromAsync(recordsOf(fleet).ofFinding(finding.id));
  const live = earlier.find(({ status }) => status !== 'failed' && !OVER.has(status));
  if (live && live.status !== 'planned') return unchanged(live);
  const chosen = parameters ?? live?.parameters ?? fleet.remediation.parameters?.[action.id] ?? {};
  const valid = action.parameters.safeParse(chosen);
  if (!valid.success)
    return refused('invalid-parameters', `${action.id}: ${printable(z.prettifyError(valid.error))}`);

  const made = await makePlan(fleet, action, finding, valid.data);
  if ('refusal' in made) return made.refusal;
  const { plan } = made;

  if (live) {
    if (canonical(live.plan) === canonical(plan) && canonical(live.parameters) === canonical(valid.data))
      return unchanged(live);
    const revised = await advance(fleet, live, {
      plan,
      parameters: valid.data,
      findingVersion: finding.version,
      severity: finding.severity,
      planned: { at: now(fleet), by },
    });
    return revised ? done(revised) : refused('contended', 'The plan changed meanwhile; look at it again');
  }
  return firstPlan(fleet, action, finding, plan, valid.data, earlier.length, by);
}

async function findingNamed(
  { ledger }: RemediationFleet,
  idOrPrefix: string,
): Promise<Finding | { readonly refusal: string }> {
  try {
    return (await ledger.finding(idOrPrefix)) ?? { refusal: `There is no finding ${printable(idOrPrefix)}` };
  } catch (error) {
    if (error instanceof LedgerRefusal) return { refusal: error.message };
    throw error;
  }
}

/** From these on the finding is to be planned for anew. */
const OVER: ReadonlySet<Remediation['status']> = new Set(['verified', 'failed', 'undone']);

async function firstPlan(
  fleet: RemediationFleet,
  { id: action }: Action,
  finding: Finding,
  plan: RemediationPlan,
  parameters: JsonObject,
  ordinal: number,
  by: Actor,
): Promise<Answer> {
  const { id: findingId, version: findingVersion, checkId, severity, scope, asset } = finding;
  const record: Remediation = {
    id: remediationId(action, findingId, ordinal),
    version: 1,
    status: 'planned',
    action,
    ordinal,
    findingId,
    findingVersion,
    checkId,
    severity,
    scope,
    asset,
    parameters,
    plan,
    planned: { at: now(fleet), by },
  };
  if (await recordsOf(fleet).putIfAbsent(record)) {
    await fleet.announce?.(remediationEvents(undefined, record));
    return done(record);
  }
  const other = await recordsOf(fleet).get(record.id);
  if (!other) throw new Error(`remediation ${record.id} is neither absent nor there`);
  return unchanged(other);
}

/** The same for the n-th remediation of a finding, so that two that plan at once write one record. */
const remediationId = (action: string, findingId: string, ordinal: number): string =>
  createHash('sha256')
    .update(JSON.stringify(['remediation', action, findingId, ordinal]))
    .digest('hex')
    .slice(0, 40);

async function makePlan(
  { access }: RemediationFleet,
  action: Action,
  finding: Finding,
  parameters: JsonObject,
): Promise<{ readonly plan: RemediationPlan } | { readonly refusal: Answer }> {
  const { asset, scope } = finding;
  const outline = {
    summary: `${action.title}: ${printable(asset.name)}`,
    risk: action.risk,
    missing: [],
  };
  const setting = action.settings[asset.type];
  const byHand = action.byHand?.[asset.type];
  if (!setting) return { plan: { ...outline, ...(byHand === undefined ? {} : { cannotAct: byHand }) } };

  const target = targetOf(access, finding, 'read', action);
  const seen = await attempt(setting.read, () => setting.look(target));
  if ('failure' in seen) return { refusal: refused('not-read', seen.failure.message) };
  const { value: before, obstacle } = seen.value;
  if (obstacle !== undefined) return { plan: { ...outline, cannotAct: obstacle } };
  const wanted = action.wanted(before, parameters);
  if ('missing' in wanted) return { plan: { ...outline, missing: [...wanted.missing] } };
  if (covers(before, wanted.value))
    return {
      refusal: refused(
        'nothing-to-change',
        'The setting is as it should be; the next scan will say what is left',
      ),
    };
  const noWrite = access.whyNoWrite?.(scope);
  return {
    plan: {
      ...outline,
      ...(noWrite === undefined ? {} : { cannotAct: noWrite }),
      step: stepOf(setting, asset.id, before, wanted.value),
      undo: undoOf(setting, asset.id, before, wanted.value),
    },
  };
}

export function stepOf(
  { put, remove, furtherPermissions = [] }: Setting,
  target: string,
  before: Json,
  after: Json,
) {
  const operation = after === null ? remove : put;
  if (!operation) throw new Error(`${put.id} has nothing that takes it away`);
  const permission = [operation.permission, ...furtherPermissions].join(', ');
  return { operation: operation.id, permission, target, before, after };
}

/** From what was put back to what was there. */
export function undoOf(setting: Setting, target: string, before: Json, after: Json) {
  return stepOf(setting, target, after, restored(setting, before, after));
}

/** A field that was put and had not been set goes back to what its absence means, if the API cannot take it away. */
function restored({ remove, absentMeans }: Setting, before: Json, after: Json): Json {
  if (remove || !absentMeans) return before;
  const set = isObject(before) ? before : {};
  const put = Object.entries(absentMeans).filter(([key]) => isObject(after) && key in after);
  return { ...Object.fromEntries(put), ...set };
}
