import { inspectDecoded } from '../compressed.ts';
import { unlz4 } from '../decoders/lz4.ts';
import { beginsFrames } from '../decoders/skippable.ts';
import type { ModelFormat } from '../format.ts';

export default {
  id: 'lz4',
  title: 'LZ4 frames',
  source: 'lz4_Frame_format.md 1.6.4 of lz4',
  claims: (head) => beginsFrames(head, 0x184d2204),
  inspect: inspectDecoded(unlz4),
} satisfies ModelFormat;
