import type { SecretForm } from '#shared/assets/secret-kinds.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';

/** Each matches what has to go, and is specific enough not to match ordinary settings, names and addresses. */
const FORMS: readonly (readonly [SecretForm, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----|[\s\S]*)/],
  ['connection-string', /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=[^;\s]{4,}/i],
  ['shared-access-signature', /[?&]sig=[^&\s]{10,}/i],
  // A user with a password, or a token in place of both.
  ['url-with-password', /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@]*:[^\s/@]+@|\bhttps?:\/\/[^\s:/@]{20,}@/i],
  ['json-web-token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/],
  ['aws-access-key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['github-token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/],
  ['gitlab-token', /\bglpat-[\w-]{20,}/],
  ['google-api-key', /\bAIza[\w-]{35}/],
  ['google-oauth-token', /\bya29\.[\w-]{20,}/],
  ['hugging-face-token', /\bhf_[A-Za-z0-9]{30,}/],
  ['model-provider-key', /(?<![\w-])sk-[\w-]{20,}/],
  ['slack-token', /\bxox[abeoprs]-[\w-]{10,}/],
];

/** The form of a credential that stands somewhere in the text, if one does. */
export const secretFormIn = (text: string): SecretForm | undefined =>
  FORMS.find(([, form]) => form.test(text))?.[0];

/** Whether any form could match: one look at the many texts that hold nothing. */
const ANY_FORM = new RegExp(FORMS.map(([, form]) => form.source).join('|'), 'i');

/**
 * The config with a note of its kind in place of every credential, wherever it stands: a description, a tag,
 * the address of a repository, a failure's text. Connectors drop what may hold secrets of no form; this is for
 * what nobody expected.
 */
export function withoutSecrets(config: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, value && cleaned(value)]));
}

function cleaned(value: Json): Json {
  if (typeof value === 'string')
    return ANY_FORM.test(value)
      ? FORMS.reduce(
          (text, [kind, form]) =>
            text.replaceAll(new RegExp(form.source, `${form.flags}g`), `(not kept: ${kind})`),
          value,
        )
      : value;
  if (Array.isArray(value)) return value.map(cleaned);
  return typeof value === 'object' && value !== null ? withoutSecrets(value) : value;
}
