import { startsWith } from '../compressed.ts';
import type { ModelFormat } from '../format.ts';
import { inspectSevenZip } from '../seven-zip/inspect-seven-zip.ts';

export default {
  id: 'seven-zip',
  title: '7-Zip archive',
  source: 'DOC/7zFormat.txt (18.06) and DOC/Methods.txt (24.02) in the sources of 7-Zip',
  claims: ({ bytes }) => startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
  inspect: inspectSevenZip,
} satisfies ModelFormat;
