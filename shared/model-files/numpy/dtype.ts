import type { Literal } from './literal.ts';

/** What one element of an array is. */
export interface Element {
  readonly bytes: number;
  /** Whether Python objects are in it, which NumPy pickles. */
  readonly holdsObjects: boolean;
}

const SIMPLE = /^[<>|=]?([?biufcmMOSaUV])(\d*)(?:\[[^\]]{0,20}\])?$/;
const DEEPEST = 16;

/** The element that a `descr` of NumPy describes, or nothing where it is not understood. */
export function elementOf(described: Literal, depth = 0): Element | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof described === 'string') return simple(described);
  if (!Array.isArray(described)) return undefined;
  // A subarray: its type and its shape.
  if (described.length === 2 && typeof described[0] !== 'object' && countOf(described[1]) !== undefined)
    return repeated(elementOf(described[0], depth + 1), countOf(described[1]) ?? 0);
  let bytes = 0;
  let holdsObjects = false;
  for (const field of described) {
    if (!Array.isArray(field) || field.length < 2 || field.length > 3) return undefined;
    const one = elementOf(field[1], depth + 1);
    const count = field.length === 3 ? countOf(field[2]) : 1;
    if (one === undefined || count === undefined) return undefined;
    bytes += one.bytes * count;
    holdsObjects ||= one.holdsObjects;
  }
  return described.length > 0 && Number.isSafeInteger(bytes) ? { bytes, holdsObjects } : undefined;
}

function simple(described: string): Element | undefined {
  const [, kind, digits] = SIMPLE.exec(described) ?? [];
  if (kind === undefined) return undefined;
  if (kind === 'O') return { bytes: 8, holdsObjects: true };
  const length = digits === '' ? (kind === '?' ? 1 : 0) : Number(digits);
  const bytes = kind === 'U' ? length * 4 : length;
  return Number.isSafeInteger(bytes) ? { bytes, holdsObjects: false } : undefined;
}

/** How many elements a shape holds, which is a number or a tuple of them. */
function countOf(shape: Literal | undefined): number | undefined {
  const sizes = Array.isArray(shape) ? shape : [shape];
  if (!sizes.every((each) => Number.isSafeInteger(each) && (each as number) >= 0)) return undefined;
  const count = (sizes as number[]).reduce((product, each) => product * each, 1);
  return Number.isSafeInteger(count) ? count : undefined;
}

const repeated = (one: Element | undefined, count: number): Element | undefined =>
  one && { ...one, bytes: one.bytes * count };
