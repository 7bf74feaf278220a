/** Keys whose values are never written, whatever they are. */
const SECRET_KEY =
  /secret|token|passw(or)?d|passphrase|authorization|credential|cookie|signature|assertion|(api|access|account|private|shared|master|primary|secondary)[-_ ]?key(?!s?(id|arn|s$))/i;

/**
 * Texts that are secrets wherever they stand: keys of AWS, Google, Azure, GitHub, Hugging Face and OpenAI,
 * JSON web tokens, private keys, connection strings, signed URLs and basic credentials in URLs.
 */
const SECRET_TEXT: readonly RegExp[] = [
  /\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\bya29\.[\w-]{10,}/g,
  /\bAIza[\w-]{35}/g,
  /\b(?:ghp|gho|ghs|ghu|ghr)_\w{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bhf_[A-Za-z0-9]{20,}/g,
  /\bsk-[\w-]{20,}/g,
  /(?<=\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=)[^;\s"]{4,}/gi,
  /(?<=[?&](?:sig|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature|access_token)=)[^&\s"]+/gi,
  /(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{8,}/g,
  /(?<=:\/\/[^\s/:@]{1,200}:)[^\s/:@]{1,200}(?=@)/g,
];

export const REDACTED = '[redacted]';

/** The text without anything that looks like a secret. */
export function redactText(text: string): string {
  return SECRET_TEXT.reduce((sofar, pattern) => sofar.replaceAll(pattern, REDACTED), text);
}

const DEEPEST = 8;

/** A copy fit for logs: secrets by key and by form replaced, errors as their name and message, depth bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  if (depth >= DEEPEST) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (Array.isArray(value)) return value.map((element) => redact(element, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, nested]) => [
      redactText(key),
      SECRET_KEY.test(key) && nested !== undefined && nested !== null ? REDACTED : redact(nested, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  return {
    name: error.name,
    message: redactText(error.message),
    ...(error.stack && { stack: redactText(error.stack) }),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}
