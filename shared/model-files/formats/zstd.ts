import { inspectDecoded } from '../compressed.ts';
import { unzstd } from '../decoders/node-zlib.ts';
import { beginsFrames } from '../decoders/skippable.ts';
import type { ModelFormat } from '../format.ts';

export default {
  id: 'zstd',
  title: 'Zstandard',
  source: 'RFC 8878',
  claims: (head) => beginsFrames(head, 0xfd2fb528),
  inspect: inspectDecoded(unzstd),
} satisfies ModelFormat;
