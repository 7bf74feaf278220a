import { inspectDecoded } from '../compressed.ts';
import { LzmaDecoder, lzmaHeader, unlzma } from '../decoders/lzma.ts';
import type { ModelFormat } from '../format.ts';

const HEADER = 13;
const TRIED = 32;

/** Encoders write a power of two or one and a half of it, or all ones. */
function isWindowOfEncoders(size: number): boolean {
  if (size === 0xffffffff) return true;
  if (size < 4096) return false;
  const power = 31 - Math.clz32(size);
  return size === 2 ** power || size === 2 ** power + 2 ** (power - 1);
}

/** LZMA has no signature: the header has to be one that encoders write, and its first bytes have to decode. */
function decodes(bytes: Uint8Array, properties: number): boolean {
  const decoder = new LzmaDecoder(0);
  decoder.begin(properties);
  decoder.input = bytes;
  decoder.at = HEADER;
  if (!decoder.beginRange()) return false;
  try {
    const progress = decoder.decode(TRIED);
    return progress !== 'ended' || decoder.taken().length > 0;
  } catch {
    return false;
  }
}

export default {
  id: 'lzma',
  title: 'LZMA without a container',
  source: 'lzma-specification.txt of the LZMA SDK; xz, alone_decoder.c',
  claims({ bytes }) {
    if (bytes[HEADER] !== 0) return false;
    const header = lzmaHeader(bytes);
    return header !== undefined && isWindowOfEncoders(header.windowSize) && decodes(bytes, header.properties);
  },
  inspect: inspectDecoded(unlzma),
} satisfies ModelFormat;
