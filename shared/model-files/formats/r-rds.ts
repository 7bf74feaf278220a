import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import { NotRds, RdsWalk } from '../rds/walk.ts';

const BEGIN = /^(?:RD[AXB][23]\n)?([XBA])\n/;
/** R, X, B and A. */
const FIRST_BYTES = new Set([0x52, 0x58, 0x42, 0x41]);
const NEWEST_VERSION = 3;
const LONGEST_ENCODING = 200;

export default {
  id: 'r-rds',
  title: 'R serialization',
  source: 'https://cran.r-project.org/doc/manuals/r-release/R-ints.html#Serialization-Formats',
  claims: ({ bytes }) => {
    if (!FIRST_BYTES.has(bytes[0] ?? 0)) return false;
    const begin = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
    const [start, form] = BEGIN.exec(begin) ?? [];
    if (start === undefined) return false;
    if (start.length > 2) return true;
    // Two letters are little to go by: the version follows, of which there are two.
    if (form === 'A') return /^[23]\n\d/.test(begin.slice(2));
    const version = Buffer.from(bytes.subarray(2, 6));
    if (version.length < 4) return false;
    return [2, 3].includes(form === 'X' ? version.readUInt32BE() : version.readUInt32LE());
  },
  inspect,
} satisfies ModelFormat;

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const begin = Buffer.from(await source.read(0, 64));
  const [start = '', form] = BEGIN.exec(begin.toString('latin1')) ?? [];
  if (form === 'A') return inspecting.missed('it is in the form of R that is text, which is not read');
  if (begin.length < start.length + 12) return inspecting.missed('its header is cut off');
  const isLittleEndian = form === 'B';
  const integerAt = (at: number): number => (isLittleEndian ? begin.readInt32LE(at) : begin.readInt32BE(at));
  const version = integerAt(start.length);
  if (version < 2 || version > NEWEST_VERSION)
    return inspecting.missed(`it is of version ${version} of the format, which is not known`);
  let at = start.length + 12;
  if (version === 3) {
    if (begin.length < at + 4) return inspecting.missed('its header is cut off');
    const length = integerAt(at);
    if (length < 0 || length > LONGEST_ENCODING) return inspecting.missed('its header is not understood');
    at += 4 + length;
  }
  try {
    await new RdsWalk(source, at, isLittleEndian, inspecting).walk();
  } catch (error) {
    if (!(error instanceof NotRds)) throw error;
    inspecting.missed(`it is not read to its end: ${error.message}`);
  }
}
