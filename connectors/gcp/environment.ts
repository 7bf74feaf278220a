import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';

/**
 * What a value of an environment variable or an argument looks like. The value itself never leaves this
 * module: only its kind is kept.
 */
export type ValueKind =
  | 'empty'
  | 'plain'
  | 'named-like-a-secret'
  | 'private-key'
  | 'aws-access-key'
  | 'github-token'
  | 'google-api-key'
  | 'google-oauth-token'
  | 'hugging-face-token'
  | 'jwt'
  | 'model-provider-key'
  | 'slack-token'
  | 'url-with-password';

/** Formats that their issuers document; each is specific enough not to match ordinary settings. */
const SHAPES: readonly (readonly [ValueKind, RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['aws-access-key', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['github-token', /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/],
  ['google-api-key', /\bAIza[\w-]{35}/],
  ['google-oauth-token', /\bya29\.[\w-]{20,}/],
  ['hugging-face-token', /\bhf_[A-Za-z0-9]{30,}/],
  ['model-provider-key', /\bsk-[\w-]{20,}/],
  ['slack-token', /\bxox[abprs]-[\w-]{10,}/],
  ['jwt', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/],
  ['url-with-password', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@]+@/i],
];

const SECRET_NAME = /(^|[_.-])(api_?key|secret|token|passwd|password|credentials?|private_?key)([_.-]|$)/i;

/** Names that hold such a word and name no secret: a path to it, its id in a vault, a size in tokens. */
const HARMLESS_NAME = /(_(file|path|dir|arn|name|id|url|uri|version)$)|(^|_)(max|min|num|pad|eos|bos)_/i;

/** A reference to a secret is not the secret. */
const REFERENCE = /^(projects\/[^/]+\/secrets\/|\$\{|\/)/;

export function valueKindOf(name: string, value: string): ValueKind {
  if (value === '') return 'empty';
  const shape = SHAPES.find(([, pattern]) => pattern.test(value));
  if (shape) return shape[0];
  const isNamedSo = SECRET_NAME.test(name) && !HARMLESS_NAME.test(name) && !REFERENCE.test(value);
  return isNamedSo && !/^(true|false|\d{1,6})$/i.test(value) ? 'named-like-a-secret' : 'plain';
}

/** `--api-key=…` as its name and its value; a bare word has no name. */
function argumentKind(argument: string): ValueKind {
  const named = /^-{1,2}([\w.-]+)=(.*)$/s.exec(argument);
  return valueKindOf((named?.[1] ?? '').replaceAll('-', '_'), named?.[2] ?? argument);
}

/** Stands for what is not of the documented form, and so cannot be searched for secrets. */
const NOT_KEPT = '(not kept)';

/**
 * A container specification in which each `env[].value` is replaced by `env[].valueKind`, and each argument
 * that holds a secret by a note of its kind.
 */
export function withoutValues(spec: Json | undefined): Json | undefined {
  if (spec === undefined || spec === null) return undefined;
  if (!isObject(spec)) return NOT_KEPT;
  const without: JsonObject = { ...spec };
  const { env } = spec;
  if (env !== undefined) without['env'] = Array.isArray(env) ? env.map(variableWithoutValue) : NOT_KEPT;
  for (const key of ['args', 'command']) {
    const words = spec[key];
    if (words !== undefined) without[key] = Array.isArray(words) ? words.map(wordWithoutSecret) : NOT_KEPT;
  }
  return without;
}

function variableWithoutValue(variable: Json): Json {
  if (!isObject(variable)) return NOT_KEPT;
  const { value, ...rest } = variable;
  const name = typeof rest['name'] === 'string' ? rest['name'] : '';
  return { ...rest, valueKind: valueKindOf(name, typeof value === 'string' ? value : '') };
}

function wordWithoutSecret(word: Json): Json {
  if (typeof word !== 'string') return NOT_KEPT;
  const kind = argumentKind(word);
  return kind === 'plain' || kind === 'empty' ? word : `(not kept: ${kind})`;
}
