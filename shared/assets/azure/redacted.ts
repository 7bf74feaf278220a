import * as z from 'zod';

/**
 * What stands in a config in place of a value that may be a secret. The kind is what the value looked like
 * before it was dropped; nothing else of it is kept.
 */
export const SECRET_KINDS = [
  'aws-access-key',
  'connection-string',
  'github-token',
  'google-api-key',
  'hugging-face-token',
  'json-web-token',
  'named-as-secret',
  'openai-key',
  'private-key',
  'shared-access-signature',
  'url-with-password',
] as const;

/** Values that are not secrets: they are dropped all the same, for nobody can be sure. */
export const HARMLESS_KINDS = ['key-vault-reference', 'text'] as const;

export type RedactedKind = (typeof SECRET_KINDS)[number] | (typeof HARMLESS_KINDS)[number];

export const Redacted = z.strictObject({ $redacted: z.enum([...SECRET_KINDS, ...HARMLESS_KINDS]) });
export type Redacted = z.infer<typeof Redacted>;
