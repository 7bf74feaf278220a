import { inspectDecoded, startsWith } from '../compressed.ts';
import { unxz } from '../decoders/xz.ts';
import type { ModelFormat } from '../format.ts';

export default {
  id: 'xz',
  title: 'xz',
  source: 'The .xz file format 1.2.1, tukaani.org/xz/xz-file-format.txt',
  claims: ({ bytes }) => startsWith(bytes, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00),
  inspect: inspectDecoded(unxz),
} satisfies ModelFormat;
