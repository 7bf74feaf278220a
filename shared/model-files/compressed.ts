import type { ByteSource } from './bytes/byte-source.ts';
import { type Decode, expanded } from './bytes/expanded.ts';
import type { Inspecting, ModelFormat } from './format.ts';

const DECOMPRESSED = 'decompressed';

/** What is compressed in an archive may be anything; a file that is nothing else should hold a model. */
const isWholeFile = ({ within }: Inspecting): boolean => within.every((name) => name === DECOMPRESSED);

/**
 * Inspects what comes out of a decoder as the one member of the file. How a loader gets to it decides nothing:
 * `joblib.load` decompresses by content, and others are given the stream.
 */
export const inspectDecoded =
  (decode: Decode): ModelFormat['inspect'] =>
  async (source: ByteSource, inspecting: Inspecting) => {
    const content = expanded(
      `${source.name} › decompressed`,
      () => decode(source, inspecting.spending),
      inspecting.spending,
    );
    try {
      const formats = await inspecting.member(DECOMPRESSED, content);
      const failure = content.untoldFailure();
      if (failure !== undefined) inspecting.missed(failure.message);
      else if (formats.length === 0 && isWholeFile(inspecting) && content.size !== 0)
        inspecting.missed('what it decompresses to is of no format that is known');
    } finally {
      await content.close();
    }
  };

export const startsWith = (bytes: Uint8Array, ...expected: readonly number[]): boolean =>
  bytes.length >= expected.length && expected.every((byte, at) => bytes[at] === byte);
