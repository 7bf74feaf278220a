import { partOf } from '../bytes/byte-source.ts';
import { inspectDecoded, startsWith } from '../compressed.ts';
import { inflate } from '../decoders/node-zlib.ts';
import type { ModelFormat } from '../format.ts';

/** "ZF", and the length in hexadecimal digits, filled up with spaces to 19 characters. */
const HEADER = 21;
const SPACE = 0x20;

export default {
  id: 'zfile',
  title: 'joblib before 0.10, compressed',
  source: 'joblib/numpy_pickle_compat.py of joblib 1.6.0, read_zfile',
  claims: ({ bytes }) =>
    bytes.length > HEADER &&
    startsWith(bytes, 0x5a, 0x46) &&
    /^0x[0-9a-fA-F]{1,17}L? *$/.test(Buffer.from(bytes.subarray(2, HEADER)).toString('latin1')),
  async inspect(source, inspecting) {
    // One more space was written where the length was 64 bits wide.
    const [after] = await source.read(HEADER, 1);
    const begin = after === SPACE ? HEADER + 1 : HEADER;
    const size = source.size ?? Number.MAX_SAFE_INTEGER;
    await inspectDecoded(inflate)(partOf(source, source.name, begin, size - begin), inspecting);
  },
} satisfies ModelFormat;
