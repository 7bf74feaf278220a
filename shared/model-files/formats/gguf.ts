import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import { inspectKeyValues, NotUnderstood } from '../gguf/key-values.ts';
import { CutOff, Implausible, Reader } from '../gguf/reader.ts';
import { inspectTensors } from '../gguf/tensors.ts';

const MAGIC = [0x47, 0x47, 0x55, 0x46];
const NEWEST_VERSION = 3;

export default {
  id: 'gguf',
  title: 'GGUF',
  source: 'https://github.com/ggml-org/ggml/blob/master/docs/gguf.md',
  claims: ({ bytes }) => MAGIC.every((byte, index) => bytes[index] === byte),
  inspect,
} satisfies ModelFormat;

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const begin = Buffer.from(await source.read(0, 8));
  if (begin.length < 8) return inspecting.missed('its header is cut off');
  // Nothing else tells the order of the bytes: a version of 3 is 50331648 the other way round.
  const isBigEndian = (begin.readUInt32LE(4) & 0xffff) === 0;
  const version = isBigEndian ? begin.readUInt32BE(4) : begin.readUInt32LE(4);
  if (version < 1 || version > NEWEST_VERSION)
    return inspecting.missed(`it is of version ${version} of the format, which is not known`);
  const reader = new Reader(source, 8, version, isBigEndian);
  try {
    const tensors = await reader.count();
    const keyValues = await reader.count();
    const { alignment } = await inspectKeyValues(reader, keyValues, inspecting);
    await inspectTensors(reader, tensors, alignment, source, inspecting);
  } catch (error) {
    if (error instanceof NotUnderstood) return inspecting.missed(error.message);
    if (error instanceof CutOff) return inspecting.missed('its header is cut off');
    if (!(error instanceof Implausible)) throw error;
    inspecting.observe({
      rule: 'gguf.implausible-length',
      effect: 'review',
      offset: reader.offset,
      text: 'A length in the header is larger than anything honest is.',
    });
    inspecting.missed('a length in its header is larger than anything honest is');
  }
}
