import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { hasText } from '../recognise.ts';
import { endIn, LOCAL, SHORT_TAIL, viewOf } from '../zip/directory.ts';
import { inspectZip } from '../zip/inspect-zip.ts';

const EMPTY = 0x06054b50;
const SPANNED = 0x08074b50;

/** Something may stand before an archive. Only the file itself is asked for its end: of each tensor that would cost a request. */
function endsAsArchive({ bytes, source, size, depth }: Head): boolean | Promise<boolean> {
  if (depth > 0 || size === undefined || size < 22) return false;
  const from = Math.max(0, size - SHORT_TAIL);
  if (size <= bytes.length) return isEnd(bytes.subarray(from, size));
  return source.read(from, SHORT_TAIL).then(isEnd);
}

const isEnd = (tail: Uint8Array): boolean => endIn(tail).fitting > 0;

export default {
  id: 'zip',
  title: 'ZIP archive: PyTorch, TorchScript, NumPy, Keras',
  source: 'APPNOTE.TXT 6.3.10 of PKWARE; pytorch/caffe2/serialize/inline_container.h',
  claims(head) {
    const { bytes } = head;
    const magic = hasText(bytes, 0, 'PK') && bytes.length >= 4 ? viewOf(bytes).getUint32(0, true) : 0;
    return magic === LOCAL || magic === EMPTY || magic === SPANNED || endsAsArchive(head);
  },
  inspect: inspectZip,
} satisfies ModelFormat;
