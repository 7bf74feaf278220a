import { inspectDecoded, startsWith } from '../compressed.ts';
import { gunzip } from '../decoders/node-zlib.ts';
import type { ModelFormat } from '../format.ts';

export default {
  id: 'gzip',
  title: 'gzip',
  source: 'RFC 1952',
  claims: ({ bytes }) => startsWith(bytes, 0x1f, 0x8b, 0x08) && ((bytes[3] ?? 0xff) & 0xe0) === 0,
  inspect: inspectDecoded(gunzip),
} satisfies ModelFormat;
