import type { ReconcileRules, Reconciliation } from '#shared/ledger/ledger.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Coverage, Outcome } from '#shared/model/coverage.ts';
import type { Evidence, Verdict } from '#shared/model/evidence.ts';
import type { Observation } from '#shared/model/observation.ts';
import type { Scope } from '#shared/model/scope.ts';

/** A cloud on paper: one scope with notebooks, one check on whether they are open to the internet. */
export const scope: Scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' };

export const NOTEBOOK = 'aws.sagemaker.notebook-instance';
export const CHECK = 'aws.sagemaker.notebook-direct-internet';
export const ESTATE_CHECK = 'aws.sagemaker.notebook-role-is-admin';
export const LIST = 'sagemaker:ListNotebookInstances';
export const DESCRIBE = 'sagemaker:DescribeNotebookInstance';

export const rules: ReconcileRules = {
  checks: (id) => {
    const rule = { title: `Title of ${id}`, severity: 'high', assetType: NOTEBOOK } as const;
    if (id === CHECK) return { ...rule, operations: [LIST, DESCRIBE] };
    if (id === ESTATE_CHECK) return { ...rule, operations: [LIST], estate: true };
    return undefined;
  },
  lists: (type) => (type === NOTEBOOK ? [LIST] : []),
  owner: ({ tags }) => tags?.['owner'],
};

export const arn = (name: string): string =>
  `arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/${name}`;

export type State = 'open' | 'closed' | 'unreadable' | 'irrelevant';

export const notebook = (name: string, state: State = 'open', where = scope): Asset => ({
  id: arn(name),
  type: NOTEBOOK,
  scope: where,
  name,
  config: state === 'unreadable' ? {} : { DirectInternetAccess: state === 'open' ? 'Enabled' : 'Disabled' },
  relations: [{ kind: 'assumes', target: 'arn:aws:iam::111122223333:role/notebook' }],
  tags: { owner: 'ml-platform' },
});

export const evidenceOf = (found: string): Evidence[] => [
  { path: 'DirectInternetAccess', state: 'read', found, expected: 'is not “Enabled”' },
];

const JUDGEMENT = {
  open: 'fail',
  closed: 'pass',
  unreadable: 'unknown',
  irrelevant: 'not-applicable',
} as const;

export const verdictOn = (name: string, state: State, checkId = CHECK): Verdict => ({
  checkId,
  assetId: arn(name),
  judgement: JUDGEMENT[state],
  evidence: evidenceOf(state),
});

export const record = (operation: string, outcome: Outcome = 'complete', where = scope): Coverage => ({
  scope: where,
  operation,
  outcome,
  permission: operation,
  calls: 1,
  incomplete: outcome === 'complete' ? 0 : 1,
});

/** The nth scan of the scope starts n hours into the day. */
export const hour = (n: number): string => `2026-11-22T${String(n).padStart(2, '0')}:00:00.000Z`;

export interface Sight {
  readonly at: number;
  readonly notebooks?: Readonly<Record<string, State>>;
  /** What did not come back whole, by operation; `missing` leaves the record out. */
  readonly not?: Readonly<Record<string, Outcome | 'missing'>>;
  readonly where?: Scope;
}

/** What a scan of the whole scope sees. */
export function scanAt({ at, notebooks = {}, not = {}, where = scope }: Sight): Observation {
  const states = Object.entries(notebooks);
  return {
    scanId: `scan-${at}`,
    scope: where,
    startedAt: hour(at),
    extent: { kind: 'scope' },
    assets: states.map(([name, state]) => notebook(name, state, where)),
    coverage: [LIST, DESCRIBE].flatMap((operation) => {
      const outcome = not[operation] ?? 'complete';
      return outcome === 'missing' ? [] : [record(operation, outcome, where)];
    }),
    verdicts: states.map(([name, state]) => verdictOn(name, state)),
  };
}

/** What a reading of one notebook sees; it is gone when there is no state. */
export function rescanAt(
  at: number,
  name: string,
  state?: State,
  coverage: Coverage[] = [record(DESCRIBE)],
): Observation {
  return {
    ...scanAt({ at, notebooks: state ? { [name]: state } : {} }),
    scanId: `event-${at}`,
    extent: { kind: 'asset', assetId: arn(name), assetType: NOTEBOOK },
    coverage,
  };
}

export const estateAt = (at: number, name: string, state: State): Observation => ({
  ...scanAt({ at }),
  extent: { kind: 'estate' },
  coverage: [],
  verdicts: [verdictOn(name, state, ESTATE_CHECK)],
});

/** `opened aws.sagemaker.notebook-direct-internet a` */
export const told = ({ changes }: Pick<Reconciliation, 'changes'>): string[] =>
  changes.map(({ kind, finding }) => `${kind} ${finding.checkId} ${finding.asset.name}`).sort();
