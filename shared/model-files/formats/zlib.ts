import { constants, inflateSync } from 'node:zlib';
import { inspectDecoded } from '../compressed.ts';
import { inflate } from '../decoders/node-zlib.ts';
import type { ModelFormat } from '../format.ts';

const MOST_TRIED = 64 * 1024;

/** Two bytes that fit are one in a thousand: what follows them has to decompress, as far as the head goes. */
function decompresses(bytes: Uint8Array): boolean {
  try {
    return (
      inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_TRIED }).length > 0
    );
  } catch (error) {
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
  }
}

export default {
  id: 'zlib',
  title: 'zlib, as joblib compresses',
  source: 'RFC 1950; joblib/compressor.py',
  claims({ bytes }) {
    const [method = 0, flags = 0] = bytes;
    const isHeader =
      (method & 0x0f) === 8 &&
      method >> 4 <= 7 &&
      (flags & 0x20) === 0 &&
      (method * 0x100 + flags) % 31 === 0 &&
      bytes.length > 6;
    return isHeader && decompresses(bytes);
  },
  inspect: inspectDecoded(inflate),
} satisfies ModelFormat;
