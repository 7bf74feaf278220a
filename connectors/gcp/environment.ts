import type { SecretKind } from '#shared/assets/secret-kinds.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { secretFormIn } from '../secrets.ts';

/**
 * What a value of an environment variable or an argument looks like. The value itself never leaves this
 * module: only its kind is kept.
 */
export type ValueKind = 'empty' | 'plain' | SecretKind;

const SECRET_NAME = /(^|[_.-])(api_?key|secret|token|passwd|password|credentials?|private_?key)([_.-]|$)/i;

/** Names that hold such a word and name no secret: a path to it, its id in a vault, a size in tokens. */
const HARMLESS_NAME = /(_(file|path|dir|arn|name|id|url|uri|version)$)|(^|_)(max|min|num|pad|eos|bos)_/i;

/** A reference to a secret is not the secret. */
const REFERENCE = /^(projects\/[^/]+\/secrets\/|\$\{|\/)/;

export function valueKindOf(name: string, value: string): ValueKind {
  if (value === '') return 'empty';
  const form = secretFormIn(value);
  if (form) return form;
  const isNamedSo = SECRET_NAME.test(name) && !HARMLESS_NAME.test(name) && !REFERENCE.test(value);
  return isNamedSo && !/^(true|false|\d{1,6})$/i.test(value) ? 'named-like-a-secret' : 'plain';
}

/** A variable that the shell or the container fills in is not the value. */
const EXPANDED = /^["']?\$[\w({]/;

/** `--api-key=…` and `API_KEY=…` as a name and its value; a bare word is the value of the option before it. */
function argumentKind(argument: string, before = ''): ValueKind {
  const assigned = /^-{0,2}([\w.-]+)=(.*)$/s.exec(argument);
  const option = argument.startsWith('-') ? undefined : /^-{1,2}([\w.-]+)$/.exec(before)?.[1];
  const [name, value] = assigned ? [assigned[1], assigned[2]] : [option, argument];
  if (value === undefined || EXPANDED.test(value)) return 'plain';
  return valueKindOf((name ?? '').replaceAll('-', '_'), value);
}

const isOfSecret = (kind: ValueKind): boolean => kind !== 'plain' && kind !== 'empty';

/** Stands for what is not of the documented form, and so cannot be searched for secrets. */
export const NOT_KEPT = '(not kept)';

/**
 * A container specification in which each `env[].value` is replaced by `env[].valueKind`, and each argument
 * that holds a secret by a note of its kind.
 */
export function withoutValues(spec: Json | undefined): Json | undefined {
  if (spec === undefined || spec === null) return undefined;
  if (!isObject(spec)) return NOT_KEPT;
  const without: JsonObject = { ...spec };
  const { env } = spec;
  if (env !== undefined) without['env'] = variablesWithoutValues(env);
  for (const key of ['args', 'command']) {
    const words = spec[key];
    if (words !== undefined) without[key] = wordsWithoutSecrets(words);
  }
  return without;
}

/** A list of environment variables in which each `value` is replaced by a `valueKind`. */
export const variablesWithoutValues = (env: Json): Json =>
  Array.isArray(env) ? env.map(variableWithoutValue) : NOT_KEPT;

/** By name, what kind each value is, in place of the values. */
export function kindsOf(values: Json): Json {
  if (!isObject(values)) return NOT_KEPT;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, kindOf(name, value)]],
    ),
  );
}

/** Of a list or an object, the first kind within it that is one of secrets. */
function kindOf(name: string, value: Json): ValueKind {
  if (typeof value === 'string') return valueKindOf(name, value);
  if (typeof value !== 'object' || value === null) return 'plain';
  const within = Array.isArray(value)
    ? value.map((element) => kindOf(name, element))
    : Object.entries(value).map(([key, inner]) =>
        // The deprecated form of a pipeline's parameter: `{ stringValue: … }` under its name.
        kindOf(key === 'stringValue' ? name : key, inner ?? null),
      );
  return within.find(isOfSecret) ?? 'plain';
}

function variableWithoutValue(variable: Json): Json {
  if (!isObject(variable)) return NOT_KEPT;
  const { value, ...rest } = variable;
  const name = typeof rest['name'] === 'string' ? rest['name'] : '';
  return { ...rest, valueKind: valueKindOf(name, typeof value === 'string' ? value : '') };
}

/** A word may be a whole line for a shell. */
function wordsWithoutSecrets(words: Json): Json {
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) return NOT_KEPT;
  return words.map((word, index) => {
    const parts = word.split(/\s+/);
    const kind =
      parts.map((part, at) => argumentKind(part, parts[at - 1] ?? words[index - 1])).find(isOfSecret) ??
      secretFormIn(word);
    return kind === undefined ? word : `(not kept: ${kind})`;
  });
}
