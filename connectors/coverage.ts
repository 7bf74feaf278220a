import { type Coverage, type Outcome, type Unread, worse } from '#shared/model/coverage.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Operation } from './operation.ts';

/** An operation that did not come back whole. Expected: whoever asked goes on without its answer. */
export class ReadFailure extends Error {
  readonly operation: Operation;
  readonly outcome: Exclude<Outcome, 'complete'>;
  readonly detail: string;

  constructor(operation: Operation, outcome: Exclude<Outcome, 'complete'>, detail: string) {
    super(`${operation.id}: ${outcome}: ${detail}`);
    this.name = 'ReadFailure';
    this.operation = operation;
    this.outcome = outcome;
    this.detail = detail;
  }

  /** What stands in a config in place of what was not read. */
  get unread(): Unread {
    const { id, permission } = this.operation;
    return { $unread: { operation: id, outcome: this.outcome, permission } };
  }
}

/** The cloud answered that there is no such thing: a complete answer. */
export class NotFound extends Error {
  constructor(operation: Operation) {
    super(`${operation.id}: not found`);
    this.name = 'NotFound';
  }
}

const LONGEST_DETAIL = 300;

/** A remark on a complete answer gives way to what was said where there was none. */
const isWorse = (outcome: Outcome, { outcome: sofar }: Coverage): boolean =>
  sofar === 'complete' && outcome !== 'complete';

/** Collects how each operation of one scan of one scope went. */
export class CoverageRecorder {
  readonly #scope: Scope;
  readonly #records = new Map<string, Coverage>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /**
   * Counts a call, or none where its answer was remembered from another. `detail` must not hold anything that
   * a caller sent.
   */
  note({ id, permission }: Operation, outcome: Outcome, detail?: string, calls: 0 | 1 = 1): void {
    const sofar = this.#records.get(id) ?? {
      scope: this.#scope,
      operation: id,
      outcome: 'complete',
      permission,
      calls: 0,
      incomplete: 0,
    };
    this.#records.set(id, {
      ...sofar,
      outcome: worse(sofar.outcome, outcome),
      calls: sofar.calls + calls,
      incomplete: sofar.incomplete + (outcome === 'complete' ? 0 : calls),
      ...(detail !== undefined && (sofar.detail === undefined || isWorse(outcome, sofar))
        ? { detail: detail.slice(0, LONGEST_DETAIL) }
        : {}),
    });
  }

  /** Says more of how an operation went, after what the cloud said; its calls were counted before. */
  remark({ id, permission }: Operation, outcome: Exclude<Outcome, 'complete'>, remark: string): void {
    const said = this.#records.get(id)?.detail;
    this.note({ id, permission }, outcome, undefined, 0);
    const record = this.#records.get(id);
    const detail = (said === undefined ? remark : `${said}; ${remark}`).slice(0, LONGEST_DETAIL);
    if (record) this.#records.set(id, { ...record, detail });
  }

  /** Notes the failure and throws it. */
  fail(operation: Operation, outcome: Exclude<Outcome, 'complete'>, detail: string, calls: 0 | 1 = 1): never {
    this.note(operation, outcome, detail, calls);
    throw new ReadFailure(operation, outcome, detail);
  }

  /** An operation that was not called because there was nothing to call it on. */
  declareComplete({ id, permission }: Operation): void {
    if (this.#records.has(id)) return;
    this.#records.set(id, {
      scope: this.#scope,
      operation: id,
      outcome: 'complete',
      permission,
      calls: 0,
      incomplete: 0,
    });
  }

  /** Adds what another recorder of the same scope collected. */
  merge(other: CoverageRecorder): void {
    for (const record of other.#records.values()) {
      const own = this.#records.get(record.operation);
      this.#records.set(
        record.operation,
        own
          ? {
              ...own,
              outcome: worse(own.outcome, record.outcome),
              calls: own.calls + record.calls,
              incomplete: own.incomplete + record.incomplete,
              ...(record.detail !== undefined && (own.detail === undefined || isWorse(record.outcome, own))
                ? { detail: record.detail }
                : {}),
            }
          : record,
      );
    }
  }

  /** The records, sorted by operation. */
  records(): Coverage[] {
    return [...this.#records.values()].sort((a, b) => (a.operation < b.operation ? -1 : 1));
  }
}
