import { inspectDecoded, startsWith } from '../compressed.ts';
import { bunzip2 } from '../decoders/bzip2.ts';
import type { ModelFormat } from '../format.ts';

export default {
  id: 'bzip2',
  title: 'bzip2',
  source: 'bzip2 1.0.8, decompress.c',
  claims({ bytes }) {
    const level = (bytes[3] ?? 0) - 0x30;
    const rest = bytes.subarray(4);
    return (
      startsWith(bytes, 0x42, 0x5a, 0x68) &&
      level >= 1 &&
      level <= 9 &&
      (startsWith(rest, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59) ||
        startsWith(rest, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90))
    );
  },
  inspect: inspectDecoded(bunzip2),
} satisfies ModelFormat;
