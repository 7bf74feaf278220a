import { whereLeads } from '../file-reference.ts';
import type { Observation } from '../inspection.ts';
import { quoted } from '../text/quoted.ts';
import type { Call, Dictionary, Value } from './value.ts';

/** What stands in the stream behind the BUILD of an array of joblib. */
export type ArrayBehind =
  | { readonly kind: 'numbers'; readonly bytes: number; readonly isAligned: boolean }
  /** An array of objects is a pickle of its own. */
  | { readonly kind: 'objects' }
  | { readonly kind: 'unknown'; readonly why: string };

const CLASS = 'NumpyArrayWrapper';
const JOBLIB = /^(?:sklearn\.externals\.)?joblib\.numpy_pickle$/;
/** What old versions of joblib wrote for an array that lies in a file of its own. */
const IN_A_FILE = /^Z?NDArrayWrapper$/;
const JOBLIB_OF_FILES = /^(?:sklearn\.externals\.)?joblib\.numpy_pickle(?:_compat)?$/;
const MAKES_AN_OBJECT: ReadonlySet<string> = new Set(['_reconstructor', '__newobj__', '__newobj_ex__']);

const fieldOf = (state: Dictionary, name: string): Value | undefined =>
  state.entries.findLast(([key]) => key.kind === 'string' && key.value === name)?.[1];

/** The class that an object is made of, maybe by a detour. */
function classOf({ callee, args }: Call): (Value & { kind: 'global' }) | undefined {
  const isDetour = callee.kind === 'global' && MAKES_AN_OBJECT.has(callee.name);
  const made = isDetour
    ? args.kind === 'tuple' || args.kind === 'list'
      ? args.items[0]
      : undefined
    : callee;
  return made?.kind === 'global' ? made : undefined;
}

/**
 * What is told of an array that joblib reads from another file when this has its state: with `numpy.load`, which
 * unpickles what is in it. Source: joblib, joblib/numpy_pickle_compat.py, `NDArrayWrapper.read`.
 */
export function fileAfter(target: Value): Omit<Observation, 'within' | 'offset'> | undefined {
  if (target.kind !== 'call') return undefined;
  const made = classOf(target);
  if (made === undefined || !IN_A_FILE.test(made.name) || !JOBLIB_OF_FILES.test(made.module))
    return undefined;
  const { state, args } = target;
  const isWhole = state?.kind === 'dict' && state.count === state.entries.length;
  const given = args.kind === 'tuple' && made === target.callee ? args.items[0] : undefined;
  const file = isWhole ? (fieldOf(state, 'filename') ?? given) : undefined;
  if (file?.kind !== 'string')
    return {
      rule: 'pickle.array-elsewhere',
      effect: 'review',
      text: 'reads an array from a file whose name cannot be told',
    };
  const leads = whereLeads(file.value);
  return {
    rule: leads === 'beside' ? 'pickle.array-beside' : 'pickle.array-elsewhere',
    effect: leads === 'beside' ? 'note' : leads === 'elsewhere' ? 'dangerous' : 'review',
    text: `reads an array from ${quoted(file.value)}${leads === 'elsewhere' ? ', which leaves the folder of the file' : ''}, and unpickles what is in it`,
  };
}

/**
 * The array that joblib reads out of the stream when this wrapper has its state; `undefined` where it is none.
 * Source: joblib, joblib/numpy_pickle.py, `NumpyArrayWrapper.read_array`.
 */
export function arrayAfter(target: Call): ArrayBehind | undefined {
  const { state } = target;
  const made = classOf(target);
  if (made?.name !== CLASS || !JOBLIB.test(made.module)) return undefined;
  if (state?.kind !== 'dict') return { kind: 'unknown', why: 'it has no state' };
  // Of a key that stands twice the last value counts, which is not known of a dictionary that was not kept whole.
  if (state.count !== state.entries.length)
    return { kind: 'unknown', why: 'its state is not that of an array' };
  const field = (name: string): Value | undefined => fieldOf(state, name);
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
  const alignment = field('numpy_array_alignment_bytes');
  const isAligned = alignment !== undefined && !(alignment.kind === 'constant' && alignment.text === 'None');
  if (!Number.isSafeInteger(bytes)) return { kind: 'unknown', why: 'it is larger than any file' };
  return { kind: 'numbers', bytes, isAligned };
}

/** Set in the flags of a dtype whose items hold objects. Source: NumPy, NPY_ITEM_HASOBJECT. */
const HAS_OBJECT = 0x01;

/** Types of which the state of a dtype tells the size. Source: numpy, descriptor.c, `arraydescr_setstate`. */
const SIZED_BY_STATE = /^[SUVa]$/;
/** From here on NumPy believes the flags of a state. */
const VERSION_WITH_FLAGS = 3;

function itemBytesOf(dtype: Value): number | 'objects' | undefined {
  if (dtype.kind !== 'call' || dtype.callee.kind !== 'global') return undefined;
  if (dtype.callee.module !== 'numpy' || dtype.callee.name !== 'dtype') return undefined;
  const [code] = dtype.args.kind === 'tuple' ? dtype.args.items : [];
  if (code?.kind !== 'string') return undefined;
  const [, kind = '', digits = ''] = /^[|<>=]?([a-zA-Z?])(\d*)$/.exec(code.value) ?? [];
  if (kind === '') return undefined;
  const state = dtype.state?.kind === 'tuple' ? dtype.state.items : [];
  const [version, , , , fields] = state;
  const flags = state[7];
  if (kind === 'O' || (flags?.kind === 'number' && (Number(flags.value) & HAS_OBJECT) !== 0))
    return 'objects';
  const isOld = version !== undefined && !(version.kind === 'number' && version.value >= VERSION_WITH_FLAGS);
  if (isOld && fields?.kind !== 'constant') return undefined;
  const size = state[5];
  if (
    SIZED_BY_STATE.test(kind) &&
    size?.kind === 'number' &&
    typeof size.value === 'number' &&
    size.value >= 0
  )
    return size.value;
  if (!digits) return undefined;
  return Number(digits) * (kind === 'U' ? 4 : 1);
}
