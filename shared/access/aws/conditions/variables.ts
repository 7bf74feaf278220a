import { literally } from '../pattern.ts';
import { type Context, valuesOf } from './context.ts';

/**
 * A text with `${aws:username}` or `${aws:PrincipalTag/team, 'none'}` in it.
 * Source: IAM User Guide, “IAM policy elements: Variables and tags”.
 */
export interface Template {
  readonly text: string;
  readonly parts: readonly (string | Variable)[];
}

interface Variable {
  /** In lower case. */
  readonly key: string;
  readonly fallback: string | undefined;
}

const VARIABLE = /\$\{([^}]*)\}/g;
/** `${*}`, `${?}` and `${$}` are the characters themselves. */
const CHARACTERS: Readonly<Record<string, string>> = { '*': literally('*'), '?': literally('?'), $: '$' };

/** A text in which nothing is left to be replaced, or a template. */
export function templateOf(written: string): string | Template {
  if (!written.includes('${')) return written;
  const parts: (string | Variable)[] = [];
  let end = 0;
  for (const { 0: whole, 1: inside = '', index } of written.matchAll(VARIABLE)) {
    parts.push(written.slice(end, index));
    parts.push(CHARACTERS[inside] ?? variableOf(inside));
    end = index + whole.length;
  }
  parts.push(written.slice(end));
  return parts.every((part) => typeof part === 'string') ? parts.join('') : { text: written, parts };
}

function variableOf(inside: string): Variable {
  const [, key = '', fallback] = /^\s*([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inside) ?? [];
  return { key: key.toLowerCase(), fallback };
}

/**
 * The text with its variables replaced; what they give is never a wildcard. `'unresolved'`: the request lacks one that
 * has no default, or it has several values. `undefined`: that is unknown.
 */
export function expand(
  { parts }: Template,
  context: Context,
): { readonly text: string } | 'unresolved' | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const values = valuesOf(context, part.key);
    if (values === undefined) return undefined;
    const value = values.length === 0 ? part.fallback : values[0];
    if (value === undefined || values.length > 1) return 'unresolved';
    text += literally(value);
  }
  return { text };
}

/** The text with `*` for each variable: it matches whatever the template may come to. */
export const widest = ({ parts }: Template): string =>
  parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
