import type { Change, Finding } from '#shared/model/finding.ts';

/** What became of one change at one sink. */
export interface Delivery {
  readonly changeId: string;
  readonly findingId: string;
  /**
   * - `delivered`: the receiver has it
   * - `superseded`: a later change of the same finding was sent instead
   * - `unavailable`: the receiver is switched off there, as Security Hub may be in a member account
   * - `failed`: it was tried and did not arrive
   */
  readonly outcome: 'delivered' | 'superseded' | 'unavailable' | 'failed';
  /** The receiver's error code and what it said, where there was an error. */
  readonly code?: string;
  readonly detail?: string;
}

/** Somewhere that changes go. A refusal is a delivery that failed, not an exception. */
export interface ChangeSink {
  readonly id: string;
  readonly send: (changes: readonly Change[]) => Promise<readonly Delivery[]>;
}

/** The same for the same version of a finding however often it is sent, so that receivers can tell repeats. */
export const changeIdOf = ({ id, version }: Pick<Finding, 'id' | 'version'>): string => `${id}.${version}`;

export interface Failure {
  readonly code: string;
  readonly detail: string;
}

/**
 * What an SDK call was refused with, as a value: a service's error, a cut connection, missing credentials.
 * Mistakes in our own code are thrown on.
 */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'Unknown', detail: String(error) };
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    throw error;
  return { code: error.name, detail: error.message };
}
