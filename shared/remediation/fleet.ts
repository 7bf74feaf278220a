import type { Records } from '#shared/ledger/ledger.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { Remediation } from '#shared/model/remediation.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import type { AispmEvent } from '#shared/sinks/events.ts';
import type { RemediationAccess } from './access.ts';
import type { Action } from './action.ts';
import { remediationEvents } from './events.ts';
import { actions as declared } from './index.ts';

/** What the operator allows: `remediation` of the config. */
export interface RemediationRules {
  readonly mode: 'plan-only' | 'approval' | 'policy';
  readonly policies: readonly RemediationPolicy[];
  /** By action id: what plans take where nobody gives parameters. */
  readonly parameters?: Readonly<Record<string, JsonObject>>;
}

export interface RemediationPolicy {
  readonly check: string;
  /** `aws/111122223333/*` */
  readonly scopes: readonly string[];
  readonly action: 'act' | 'plan';
}

/** What remediating stands on, beside what scanning does. */
export interface RemediationFleet extends Fleet {
  readonly remediation: RemediationRules;
  readonly access: RemediationAccess;
  /** The declared actions; tests bring others. */
  readonly actions?: readonly Action[];
  /** Told after each step that was written down. The ids are stable: a repeat can be told. */
  readonly announce?: (events: readonly AispmEvent[]) => Promise<void>;
  /** Waits between looks at a setting that has not taken yet. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export const actionsOf = ({ actions = declared }: Pick<RemediationFleet, 'actions'>): readonly Action[] =>
  actions;

export const recordsOf = ({ ledger }: Pick<RemediationFleet, 'ledger'>): Records<Remediation> =>
  ledger.records('remediation', Remediation);

export const now = ({ clock }: Pick<RemediationFleet, 'clock'>): string => clock().toISOString();

/**
 * Writes the next version and announces it. `undefined` where somebody else wrote first: what was decided
 * rested on a version that is no more.
 */
export async function advance(
  fleet: RemediationFleet,
  before: Remediation,
  difference: Partial<Remediation>,
): Promise<Remediation | undefined> {
  const { held: _held, failure, ...kept } = before;
  const isOver = difference.status === 'verified' || difference.status === 'undone';
  const after: Remediation = {
    ...kept,
    ...(failure && !isOver ? { failure } : {}),
    ...difference,
    version: before.version + 1,
  };
  if (!(await recordsOf(fleet).update(after))) return undefined;
  await fleet.announce?.(remediationEvents(before, after));
  return after;
}

/** Every remediation on record, the newest first. */
export async function remediations(fleet: Pick<RemediationFleet, 'ledger'>): Promise<Remediation[]> {
  const all = await Array.fromAsync(recordsOf(fleet).all());
  return all.sort((a, b) => (a.planned.at < b.planned.at ? 1 : a.planned.at > b.planned.at ? -1 : 0));
}
