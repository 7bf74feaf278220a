/** What the machine knows of a value that a load would make. Nothing is made that a file dictates the size of. */
export type Value =
  | { readonly kind: 'constant'; readonly text: 'None' | 'True' | 'False' }
  | { readonly kind: 'number'; readonly value: number | bigint }
  | { readonly kind: 'string'; readonly value: string; readonly length: number }
  | { readonly kind: 'bytes'; readonly head: Uint8Array; readonly length: number; readonly offset: number }
  | Sequence
  | Dictionary
  | { readonly kind: 'global'; readonly module: string; readonly name: string }
  | Call
  | { readonly kind: 'persistent'; readonly id: Value }
  /** What cannot be told: a memo that was never filled, an extension, an operand that is not there. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface Sequence {
  readonly kind: 'tuple' | 'list' | 'set' | 'frozenset';
  /** The first of them; {@link Sequence.count} says how many there are. */
  readonly items: Value[];
  count: number;
}

export interface Dictionary {
  readonly kind: 'dict';
  readonly entries: [Value, Value][];
  count: number;
}

export interface Call {
  readonly kind: 'call';
  readonly callee: Value;
  readonly args: Value;
  readonly keywords?: Value;
  /** What BUILD has set, if it has. */
  state?: Value;
}

export const NONE: Value = { kind: 'constant', text: 'None' };
export const TRUE: Value = { kind: 'constant', text: 'True' };
export const FALSE: Value = { kind: 'constant', text: 'False' };
export const unknown = (why: string): Value => ({ kind: 'unknown', why });

/** Of a container so many are kept. Calls have few arguments; a list of a million numbers has none that matter. */
export const MOST_ITEMS = 64;
/** Of a string or bytes so much is kept: enough to show, and to see a pickle inside. */
export const MOST_TEXT = 64 * 1024;

export const sequence = (kind: Sequence['kind'], items: Value[] = []): Sequence => ({
  kind,
  items: items.length > MOST_ITEMS ? items.slice(0, MOST_ITEMS) : items,
  count: items.length,
});

export function append(to: Sequence, value: Value): void {
  if (to.items.length < MOST_ITEMS) to.items.push(value);
  to.count += 1;
}

export function put(into: Dictionary, key: Value, value: Value): void {
  if (into.entries.length < MOST_ITEMS) into.entries.push([key, value]);
  into.count += 1;
}
