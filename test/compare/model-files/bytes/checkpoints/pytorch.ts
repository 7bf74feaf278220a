import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { bytesOf as opcodes, proto, string, u64 } from '#test/shared/model-files/pickle-builder.ts';
import { type Checkpoint, oneFile } from '../checkpoint.ts';
import { contentOf } from '../content.ts';
import { bytesOf, ENCODER, elementsOf } from '../encoder.ts';
import { stateDict } from './state-dict.ts';
import { storedZip } from './zip.ts';

/** `torch.save` since PyTorch 1.6. */
export const pytorchZip: Checkpoint = {
  id: 'pytorch-zip',
  title: 'PyTorch, zip',
  mostPercent: 0.1,
  files(nature) {
    const pickle = stateDict(ENCODER, { keyOf: String, hasView: false }, nature);
    const member = (name: string, bytes: Uint8Array) => ({ name: `archive/${name}`, parts: [bytes] });
    const archive = storedZip('PyTorch', [
      member('data.pkl', pickle),
      member('byteorder', Buffer.from('little')),
      ...ENCODER.map((tensor, index) => ({
        name: `archive/data/${index}`,
        parts: [{ numbers: bytesOf(tensor) }],
      })),
      member('version', Buffer.from('3\n')),
      member('.data/serialization_id', Buffer.from('0636067366157517205602189219302101839204')),
    ]);
    return oneFile('pytorch_model.bin', contentOf(...archive));
  },
};

/** The numbers of the format, of the system, and of the magic word that it begins with. */
const MAGIC = opcodes(
  proto(2),
  OP.LONG1,
  10,
  [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19],
  OP.STOP,
);
const VERSION = opcodes(OP.BININT2, [0xe9, 0x03]);
const SYSTEM_OF_WRITER = opcodes(
  opcodes(proto(2), OP.EMPTY_DICT, OP.MARK, string('protocol_version'), VERSION),
  opcodes(string('little_endian'), OP.NEWTRUE, string('type_sizes'), OP.EMPTY_DICT, OP.MARK),
  ...(['short', 'int', 'long'] as const).map((type, index) =>
    opcodes(string(type), OP.BININT1, index === 0 ? 2 : 4),
  ),
  opcodes(OP.SETITEMS, OP.SETITEMS, OP.STOP),
);

/** Addresses of the storages, as they were in the memory of who saved them. */
const keyOf = (index: number): string => String(140_483_767_857_136 + 64 * index);

/** `torch.save` before PyTorch 1.6, and ever since where it is asked to: five pickles, then the storages. */
export const pytorchLegacy: Checkpoint = {
  id: 'pytorch-legacy',
  title: 'PyTorch, legacy',
  mostPercent: 1,
  files(nature) {
    const keys = ENCODER.map((_, index) => string(keyOf(index)));
    return oneFile(
      'pytorch_model.bin',
      contentOf(
        MAGIC,
        opcodes(proto(2), VERSION, OP.STOP),
        SYSTEM_OF_WRITER,
        stateDict(ENCODER, { keyOf, hasView: true }, nature),
        opcodes(proto(2), OP.EMPTY_LIST, OP.MARK, ...keys, OP.APPENDS, OP.STOP),
        ...ENCODER.flatMap((tensor) => [u64(elementsOf(tensor)), { numbers: bytesOf(tensor) }]),
      ),
    );
  },
};
