import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { glimpse } from '../protobuf/glimpse.ts';

/** The footer of a table of LevelDB: two handles, and the magic number 0xdb4775248b80fb57. */
const FOOTER_BYTES = 48;
const MAGIC = [0x57, 0xfb, 0x80, 0x8b, 0x24, 0x75, 0x47, 0xdb];

/** The first entry has the empty key, and tells of how many shards the checkpoint is: BundleHeaderProto. */
function beginsWithHeader(bytes: Uint8Array): boolean {
  const [shared, unshared, length] = bytes;
  if (shared !== 0 || unshared !== 0 || length === undefined || length >= 0x80) return false;
  const fields = glimpse(bytes.subarray(3, 3 + length));
  return (
    fields !== undefined &&
    fields.length > 0 &&
    fields.every(({ number, wire }) => (number <= 2 && wire === 0) || (number === 3 && wire === 2))
  );
}

export default {
  id: 'tensorflow-checkpoint',
  title: 'Index of a TensorFlow checkpoint',
  source: 'tensorflow, tensorflow/core/protobuf/tensor_bundle.proto and core/lib/io/table',
  claims({ bytes, size, source }: Head) {
    if (size === undefined || size < FOOTER_BYTES || !beginsWithHeader(bytes)) return false;
    return source
      .read(size - MAGIC.length, MAGIC.length)
      .then((magic) => MAGIC.every((byte, index) => magic[index] === byte));
  },
  async inspect(_source, inspecting) {
    inspecting.observe({
      rule: 'tensorflow-checkpoint.index',
      effect: 'note',
      text: 'It tells where in the files beside it the values of variables lie. Nothing in it or in those is run; the objects that it names are made by the program that restores it.',
    });
  },
} satisfies ModelFormat;
