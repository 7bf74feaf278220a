import type { Head, ModelFormat } from '../format.ts';
import { endIn, LOCAL, SHORT_TAIL, viewOf } from '../zip/directory.ts';
import { inspectZip } from '../zip/inspect-zip.ts';

const EMPTY = 0x06054b50;
const SPANNED = 0x08074b50;

/** Something may stand before an archive. Only the file itself is asked for its end: of each tensor that would cost a request. */
async function endsAsArchive({ source, size, depth }: Head): Promise<boolean> {
  if (depth > 0 || size === undefined || size < 22) return false;
  const tail = await source.read(Math.max(0, size - SHORT_TAIL), SHORT_TAIL);
  return endIn(tail).fitting > 0;
}

export default {
  id: 'zip',
  title: 'ZIP archive: PyTorch, TorchScript, NumPy, Keras',
  source: 'APPNOTE.TXT 6.3.10 of PKWARE; pytorch/caffe2/serialize/inline_container.h',
  async claims(head) {
    const { bytes } = head;
    const magic = bytes.length >= 4 ? viewOf(bytes).getUint32(0, true) : 0;
    return magic === LOCAL || magic === EMPTY || magic === SPANNED || (await endsAsArchive(head));
  },
  inspect: inspectZip,
} satisfies ModelFormat;
