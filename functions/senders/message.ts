import * as z from 'zod';

/** A message's id becomes a key of the ledger and the name of a rescan. */
export const MessageId = z.string().regex(/^[\w.:~-]{1,128}$/);

/** RFC 3339, with as many digits of a second as the sender likes. */
export const SentAt = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
