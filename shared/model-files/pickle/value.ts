/** What the machine knows of a value that a load would make. Nothing is made that a file dictates the size of. */
export type Value =
  | { readonly kind: 'constant'; readonly text: 'None' | 'True' | 'False' }
  | { readonly kind: 'number'; readonly value: number | bigint }
  | { readonly kind: 'string'; readonly value: string; readonly length: number }
  | Bytes
  | Sequence
  | Dictionary
  | { readonly kind: 'global'; readonly module: string; readonly name: string }
  | Call
  | { readonly kind: 'persistent'; readonly id: Value }
  /** What cannot be told: a memo that was never filled, an extension, an operand that is not there. */
  | { readonly kind: 'unknown'; readonly why: string };

export interface Bytes {
  readonly kind: 'bytes';
  readonly head: Uint8Array;
  readonly length: number;
  readonly offset: number;
  /** An array of bytes was written into after it was made, so that it is no longer what stands in the stream. */
  isAltered?: true;
}

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
  /** It makes an object of a class without running its constructor. */
  readonly isNew?: true;
  /** What BUILD has set, if it has. */
  state?: Value;
}

const argument = (args: Value, index: number): Value | undefined =>
  args.kind === 'tuple' || args.kind === 'list' ? args.items[index] : undefined;

/**
 * What a value is, where a load hands it on as it is: NumPy makes a scalar of the type object of anything, and the
 * legacy reader of PyTorch takes a class for what stands for it. Sources: numpy, multiarraymodule.c, `array_scalar`;
 * torch/serialization.py, `_legacy_load`.
 */
export function handedOn(value: Value): Value {
  let found = value;
  for (let depth = 0; depth < DEEPEST_HANDED_ON; depth++) {
    const given = givenTo(found);
    if (given === undefined) return found;
    found = given;
  }
  return unknown('what is handed on and on');
}

const DEEPEST_HANDED_ON = 16;

function givenTo(value: Value): Value | undefined {
  if (value.kind === 'persistent') {
    const kind = argument(value.id, 0);
    return kind?.kind === 'string' && kind.value === 'module' ? argument(value.id, 1) : undefined;
  }
  if (value.kind !== 'call' || value.callee.kind !== 'global') return undefined;
  const { module, name } = value.callee;
  if (name !== 'scalar' || !/^numpy\._?core\.multiarray$/.test(module)) return undefined;
  const given = argument(value.args, 1);
  return given?.kind === 'bytes' ? undefined : given;
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
