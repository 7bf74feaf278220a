import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/**
 * JSON kept as compressed bytes. Write units are counted per KiB, and the configs and coverage lists of the
 * clouds shrink to a third or less; text also passes DynamoDB's limit of 32 levels of nesting.
 */
export function pack(value: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(value));
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

/** The inverse of {@link pack}; the caller parses the result with its schema. */
export const unpack = (bytes: Uint8Array): unknown => JSON.parse(brotliDecompressSync(bytes).toString());
