import { canonical } from '#shared/model/json.ts';

/**
 * JSON text that is safe to `cat`: C1 controls, bidirectional and zero-width characters are written as
 * escapes (C0 controls are so by the standard), which loses nothing. A lone surrogate, which no UTF-8 holds
 * and strict readers refuse, becomes U+FFFD. Keys are sorted, so equal values have equal text.
 */
export const jsonText = (value: unknown): string => escaped(canonical(wellFormed(value)));

/** As {@link jsonText}, with the keys in the order in which they were written. */
export const jsonTextInOrder = (value: unknown): string => escaped(JSON.stringify(wellFormed(value)));

const RISKY = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (json: string): string =>
  json.replace(RISKY, (character) =>
    Array.from({ length: character.length }, (_, unit) => unicodeEscape(character.charCodeAt(unit))).join(''),
  );

const unicodeEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** JSON without holes. */
export type WholeJson = string | number | boolean | null | WholeJson[] | { [key: string]: WholeJson };

/** A copy as JSON would have it, with every string, keys among them, well formed. */
export const wellFormed = (value: unknown): WholeJson => withTexts(value, (text) => text.toWellFormed());

/** A copy as JSON would have it, with every string, keys among them, passed through `change`. */
export function withTexts(value: unknown, change: (text: string) => string): WholeJson {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((element) => withTexts(element, change));
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, nested]) => nested !== undefined)
      .map(([key, nested]) => [change(key), withTexts(nested, change)]),
  );
}
