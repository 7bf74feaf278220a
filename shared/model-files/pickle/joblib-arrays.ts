import type { Call, Value } from './value.ts';

/** What stands in the stream behind the BUILD of an array of joblib. */
export type ArrayBehind =
  | { readonly kind: 'numbers'; readonly bytes: number; readonly isAligned: boolean }
  /** An array of objects is a pickle of its own. */
  | { readonly kind: 'objects' }
  | { readonly kind: 'unknown'; readonly why: string };

const CLASS = 'NumpyArrayWrapper';

/**
 * The array that joblib reads out of the stream when this wrapper has its state; `undefined` where it is none.
 * Source: joblib, joblib/numpy_pickle.py, `NumpyArrayWrapper.read_array`.
 */
export function arrayAfter({ callee, args, state }: Call): ArrayBehind | undefined {
  const made =
    callee.kind === 'global' && callee.name === '_reconstructor' && args.kind === 'tuple'
      ? args.items[0]
      : callee;
  if (
    made?.kind !== 'global' ||
    made.name !== CLASS ||
    !/^(?:sklearn\.externals\.)?joblib\.numpy_pickle$/.test(made.module)
  )
    return undefined;
  if (state?.kind !== 'dict') return { kind: 'unknown', why: 'it has no state' };
  const field = (name: string): Value | undefined =>
    state.entries.find(([key]) => key.kind === 'string' && key.value === name)?.[1];
  const dtype = field('dtype');
  const shape = field('shape');
  const itemBytes = dtype && itemBytesOf(dtype);
  if (itemBytes === 'objects') return { kind: 'objects' };
  if (itemBytes === undefined) return { kind: 'unknown', why: 'its dtype is not known' };
  if (shape?.kind !== 'tuple' || shape.count !== shape.items.length)
    return { kind: 'unknown', why: 'its shape is not known' };
  let bytes = itemBytes;
  for (const length of shape.items) {
    if (length.kind !== 'number' || typeof length.value !== 'number' || length.value < 0)
      return { kind: 'unknown', why: 'its shape is not known' };
    bytes *= length.value;
  }
  if (!Number.isSafeInteger(bytes)) return { kind: 'unknown', why: 'it is larger than any file' };
  return { kind: 'numbers', bytes, isAligned: field('numpy_array_alignment_bytes')?.kind === 'number' };
}

/** Set in the flags of a dtype whose items hold objects. Source: NumPy, NPY_ITEM_HASOBJECT. */
const HAS_OBJECT = 0x01;

function itemBytesOf(dtype: Value): number | 'objects' | undefined {
  if (dtype.kind !== 'call' || dtype.callee.kind !== 'global' || dtype.callee.name !== 'dtype')
    return undefined;
  const [code] = dtype.args.kind === 'tuple' ? dtype.args.items : [];
  if (code?.kind !== 'string') return undefined;
  const state = dtype.state?.kind === 'tuple' ? dtype.state.items : [];
  const flags = state[7];
  if (code.value.startsWith('O') || (flags?.kind === 'number' && (Number(flags.value) & HAS_OBJECT) !== 0))
    return 'objects';
  const size = state[5];
  if (size?.kind === 'number' && typeof size.value === 'number' && size.value >= 0) return size.value;
  const [, kind = '', digits = ''] = /^([a-zA-Z?])(\d*)$/.exec(code.value) ?? [];
  if (!digits) return undefined;
  return Number(digits) * (kind === 'U' ? 4 : 1);
}
