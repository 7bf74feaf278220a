import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { bytesOf, proto, SYSTEM, string, u32 } from '#test/shared/model-files/pickle-builder.ts';
import type { Nature } from '../checkpoint.ts';
import { elementsOf, type Tensor } from '../encoder.ts';

/** Before PyTorch 1.6 a storage is named by its address, and has a view. */
export interface StorageStyle {
  readonly keyOf: (index: number) => string;
  readonly hasView: boolean;
}

const integer = (value: number): Uint8Array => {
  if (value < 0x100) return bytesOf(OP.BININT1, value);
  if (value < 0x10000) return bytesOf(OP.BININT2, value & 0xff, value >> 8);
  return bytesOf(OP.BININT, u32(value));
};
const tuple = (numbers: readonly number[]): Uint8Array =>
  bytesOf(...numbers.map(integer), numbers.length === 1 ? OP.TUPLE1 : OP.TUPLE2);
const stridesOf = (shape: readonly number[]): number[] =>
  shape.map((_, axis) => shape.slice(axis + 1).reduce((product, length) => product * length, 1));

/** What `torch.save` pickles of the state of a module, with protocol 2: held against pickles that PyTorch wrote. */
export function stateDict(tensors: readonly Tensor[], style: StorageStyle, nature: Nature): Uint8Array {
  const memo = new Map<string, number>();
  let entries = 0;
  const put = (): Uint8Array => {
    const entry = entries++;
    return entry < 0x100 ? bytesOf(OP.BINPUT, entry) : bytesOf(OP.LONG_BINPUT, u32(entry));
  };
  /** What stands more than once is written once, and got again. */
  const once = (id: string, written: Uint8Array): Uint8Array => {
    const entry = memo.get(id);
    if (entry !== undefined)
      return entry < 0x100 ? bytesOf(OP.BINGET, entry) : bytesOf(OP.LONG_BINGET, u32(entry));
    memo.set(id, entries);
    return bytesOf(written, put());
  };
  const imported = (module: string, name: string): Uint8Array =>
    once(`${module}.${name}`, bytesOf('c', `${module}\n${name}\n`));
  const text = (value: string): Uint8Array => once(`'${value}'`, string(value));
  const ordered = (): Uint8Array =>
    bytesOf(imported('collections', 'OrderedDict'), OP.EMPTY_TUPLE, OP.REDUCE, put());

  const tensor = (each: Tensor, index: number): Uint8Array =>
    bytesOf(
      bytesOf(string(each.name), put(), imported('torch._utils', '_rebuild_tensor_v2'), OP.MARK, OP.MARK),
      bytesOf(text('storage'), imported('torch', 'FloatStorage'), string(style.keyOf(index)), put()),
      bytesOf(text('cpu'), integer(elementsOf(each)), style.hasView ? OP.NONE : '', OP.TUPLE, put()),
      bytesOf(OP.BINPERSID, integer(0), tuple(each.shape), put(), tuple(stridesOf(each.shape)), put()),
      bytesOf(OP.NEWFALSE, ordered(), OP.TUPLE, put(), OP.REDUCE, put()),
    );
  const modules = [...new Set(['', ...tensors.map(({ name }) => name.slice(0, name.lastIndexOf('.')))])];
  const versions = modules.map((module) =>
    bytesOf(string(module), put(), OP.EMPTY_DICT, put(), text('version'), integer(1), OP.SETITEM),
  );
  return bytesOf(
    bytesOf(proto(2), ordered(), OP.MARK, ...tensors.map(tensor)),
    nature === 'hostile' ? bytesOf(string('extra'), SYSTEM) : '',
    bytesOf(OP.SETITEMS, OP.EMPTY_DICT, put(), string('_metadata'), put(), ordered(), OP.MARK, ...versions),
    bytesOf(OP.SETITEMS, OP.SETITEM, OP.BUILD, OP.STOP),
  );
}
