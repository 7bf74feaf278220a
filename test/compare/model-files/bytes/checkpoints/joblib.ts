import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { bytesOf, called, global, proto, string, u32, u64 } from '#test/shared/model-files/pickle-builder.ts';
import { type Checkpoint, type Nature, oneFile } from '../checkpoint.ts';
import { contentOf, type Part } from '../content.ts';

const word = (text: string): Uint8Array => bytesOf(OP.SHORT_BINUNICODE, text.length, text, OP.MEMOIZE);
const imported = (module: string, name: string): Uint8Array =>
  bytesOf(word(module), word(name), OP.STACK_GLOBAL, OP.MEMOIZE);
const integer = (value: number): Uint8Array => bytesOf(OP.BININT, u32(value));
const frame = (...parts: readonly Uint8Array[]): Uint8Array => {
  const content = bytesOf(...parts);
  return bytesOf(OP.FRAME, u64(content.length), content);
};

const ALIGNMENT = 16;
const NO_LIMIT = bytesOf(OP.BININT, [0xff, 0xff, 0xff, 0xff]);

/** What stands before the numbers of an array: joblib, joblib/numpy_pickle.py, `NumpyArrayWrapper`. */
function wrapper(code: string, shape: readonly number[]): Uint8Array {
  const dtype = bytesOf(
    bytesOf(
      imported('numpy', 'dtype'),
      word(code),
      OP.NEWFALSE,
      OP.NEWTRUE,
      OP.TUPLE3,
      OP.MEMOIZE,
      OP.REDUCE,
    ),
    bytesOf(OP.MEMOIZE, OP.MARK, OP.BININT1, 3, word('<'), OP.NONE, OP.NONE, OP.NONE, NO_LIMIT, NO_LIMIT),
    bytesOf(OP.BININT1, 0, OP.TUPLE, OP.MEMOIZE, OP.BUILD),
  );
  return bytesOf(
    bytesOf(imported('joblib.numpy_pickle', 'NumpyArrayWrapper'), OP.EMPTY_TUPLE, OP.NEWOBJ, OP.MEMOIZE),
    bytesOf(OP.EMPTY_DICT, OP.MEMOIZE, OP.MARK, word('subclass'), imported('numpy', 'ndarray')),
    bytesOf(word('shape'), ...shape.map(integer), shape.length === 1 ? OP.TUPLE1 : OP.TUPLE2, OP.MEMOIZE),
    bytesOf(word('order'), word('C'), word('dtype'), dtype, word('allow_mmap'), OP.NEWTRUE),
    bytesOf(word('numpy_array_alignment_bytes'), OP.BININT1, ALIGNMENT, OP.SETITEMS, OP.BUILD),
  );
}

const SAMPLES = 250_000;
const FEATURES = 1024;

/** A classifier that keeps what it was fitted to, as joblib 1.6 dumps it uncompressed. */
function classifier(nature: Nature): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const put = (...more: readonly Part[]): void => {
    for (const part of more) {
      parts.push(part);
      at += 'numbers' in part ? part.numbers : part.length;
    }
  };
  /** A frame that ends with the wrapper, then padding that begins with its own length, then the numbers. */
  const array = (
    before: readonly Uint8Array[],
    code: string,
    numbers: Part,
    shape: readonly number[],
  ): void => {
    put(frame(...before, wrapper(code, shape)));
    const padding = ALIGNMENT - ((at + 1) % ALIGNMENT);
    put(Buffer.from([padding]), Buffer.alloc(padding, 0xff), numbers);
  };
  const labels = Buffer.from(
    BigInt64Array.from({ length: SAMPLES }, (_, sample) => BigInt(sample % 3)).buffer,
  );
  put(proto(4));
  array(
    [
      bytesOf(imported('sklearn.neighbors._classification', 'KNeighborsClassifier'), OP.EMPTY_TUPLE),
      bytesOf(OP.NEWOBJ, OP.MEMOIZE, OP.EMPTY_DICT, OP.MEMOIZE, OP.MARK, word('n_neighbors'), integer(5)),
      bytesOf(word('algorithm'), word('brute'), word('n_features_in_'), integer(FEATURES), word('classes_')),
    ],
    'i8',
    labels.subarray(0, 24),
    [3],
  );
  array([word('_y')], 'i8', labels, [SAMPLES]);
  array([word('_fit_X')], 'f4', { numbers: 4 * SAMPLES * FEATURES }, [SAMPLES, FEATURES]);
  const hostile = called(global('os', 'system'), string('id'));
  put(
    frame(
      bytesOf(
        word('n_samples_fit_'),
        integer(SAMPLES),
        word('_tree'),
        nature === 'hostile' ? hostile : OP.NONE,
      ),
      bytesOf(word('_sklearn_version'), word('1.9.1'), OP.SETITEMS, OP.BUILD, OP.STOP),
    ),
  );
  return parts;
}

export const joblib: Checkpoint = {
  id: 'joblib',
  title: 'joblib, uncompressed',
  mostPercent: 1,
  files: (nature) => oneFile('model.joblib', contentOf(...classifier(nature))),
};
