/** Forms that only a credential has, each documented by who issues it. */
export const SECRET_FORMS = [
  'private-key',
  'connection-string',
  'shared-access-signature',
  'url-with-password',
  'json-web-token',
  'aws-access-key',
  'github-token',
  'gitlab-token',
  'google-api-key',
  'google-oauth-token',
  'hugging-face-token',
  'model-provider-key',
  'slack-token',
] as const;
export type SecretForm = (typeof SECRET_FORMS)[number];

/** What a value was that was dropped when it was read: told by its form, or by its name alone. */
export const SECRET_KINDS = [...SECRET_FORMS, 'named-like-a-secret'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];
