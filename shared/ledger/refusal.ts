export type RefusalReason =
  | 'not-an-id'
  | 'unknown-finding'
  | 'ambiguous-prefix'
  | 'not-open'
  | 'not-suppressed'
  | 'until-is-past'
  | 'unknown-scan';

/** The ledger was asked for something that cannot be; the message is for the person who asked. */
export class LedgerRefusal extends Error {
  override readonly name = 'LedgerRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
