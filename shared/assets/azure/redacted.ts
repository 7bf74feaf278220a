import * as z from 'zod';
import { SECRET_KINDS, type SecretKind } from '../secret-kinds.ts';

/** Values that are not secrets: they are dropped all the same, for nobody can be sure. */
export const HARMLESS_KINDS = ['key-vault-reference', 'text'] as const;

export type RedactedKind = SecretKind | (typeof HARMLESS_KINDS)[number];

/**
 * What stands in a config in place of a value that may be a secret. The kind is what the value looked like
 * before it was dropped; nothing else of it is kept.
 */
export const Redacted = z.strictObject({ $redacted: z.enum([...SECRET_KINDS, ...HARMLESS_KINDS]) });
export type Redacted = z.infer<typeof Redacted>;
