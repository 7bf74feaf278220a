import { writeFileSync } from 'node:fs';

/** A list of a million floats as CPython's pickler writes it: protocol 4, in frames of 64 KiB and batches of 1,000. */
export function millionFloats(file: string): void {
  const parts: Buffer[] = [Buffer.from([0x80, 4])];
  let frame: Buffer[] = [Buffer.from([0x5d, 0x94])];
  let framed = 2;
  const close = (): void => {
    const header = Buffer.alloc(9);
    header[0] = 0x95;
    header.writeBigUInt64LE(BigInt(framed), 1);
    parts.push(header, ...frame);
    frame = [];
    framed = 0;
  };
  for (let batch = 0; batch < 1000; batch++) {
    const bytes = Buffer.alloc(1 + 1000 * 9 + 1);
    bytes[0] = 0x28;
    for (let item = 0; item < 1000; item++) {
      bytes[1 + item * 9] = 0x47;
      bytes.writeDoubleBE((batch * 1000 + item) / 1_000_003, 2 + item * 9);
    }
    bytes[bytes.length - 1] = 0x65;
    frame.push(bytes);
    framed += bytes.length;
    if (framed >= 64 * 1024) close();
  }
  frame.push(Buffer.from('.'));
  framed += 1;
  close();
  writeFileSync(file, Buffer.concat(parts));
}
