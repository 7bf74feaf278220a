import type * as z from 'zod';
import { NotJson, parseJson } from '../json/parse-json.ts';
import { quoted } from '../text-of-file.ts';
import { type Malformed, malformed } from './malformed.ts';

/** JSON that no two readers understand differently: UTF-8, no key twice, nothing after it, at most 64 deep. */
export function strictJson(bytes: Uint8Array): { readonly json: unknown } | Malformed {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { duplicates, end } = parseJson(text);
    const [twice] = duplicates;
    if (twice !== undefined) return malformed(`the key ${quoted(twice)} stands twice in it`);
    if (end < text.length) return malformed('something follows its JSON');
    return { json: JSON.parse(text) };
  } catch (error) {
    if (error instanceof NotJson || error instanceof SyntaxError || error instanceof TypeError)
      return malformed(`it is not JSON that is understood: ${error.message.slice(0, 100)}`);
    throw error;
  }
}

/** A value as a shape wants it, or the first of its mistakes. */
export function shaped<Output>(
  value: unknown,
  shape: z.ZodType<Output>,
): { readonly value: Output } | Malformed {
  const parsed = shape.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  return malformed(`${place === '' ? 'it' : quoted(place)} is not as it has to be: ${issue?.message ?? ''}`);
}
