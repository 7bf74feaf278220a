import type { Remediation } from '#shared/model/remediation.ts';

export type RefusalCode =
  | 'cannot-act'
  | 'contended'
  | 'drift'
  | 'finding-not-open'
  | 'invalid-parameters'
  | 'missing-parameter'
  | 'no-identity'
  | 'no-remediation'
  | 'not-approved'
  | 'not-read'
  | 'nothing-to-change'
  | 'nothing-to-undo'
  | 'plan-only'
  | 'under-way'
  | 'unknown-finding'
  | 'unknown-remediation'
  | 'wrong-status';

/** What became of a request. A refusal is expected: nothing was changed, in the cloud or on record. */
export type Answer =
  | { readonly outcome: 'done'; readonly remediation: Remediation }
  /** It had been done before. */
  | { readonly outcome: 'unchanged'; readonly remediation: Remediation }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly message: string };

export const done = (remediation: Remediation): Answer => ({ outcome: 'done', remediation });
export const unchanged = (remediation: Remediation): Answer => ({ outcome: 'unchanged', remediation });
export const refused = (code: RefusalCode, message: string): Answer => ({
  outcome: 'refused',
  code,
  message,
});
