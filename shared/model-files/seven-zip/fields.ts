/** A list of members that is not as 7zFormat.txt has it, from here on. */
export class DamagedListing extends Error {
  override readonly name = 'DamagedListing';
}

/** The fields of a list of members, one after the other. Throws {@link DamagedListing} where they end. */
export class Fields {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new DamagedListing('it is cut off');
    this.#at += 1;
    return byte;
  }

  bytes(count: number): Uint8Array {
    if (count > this.left) throw new DamagedListing(`${count} bytes of it are not there`);
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** As many bytes follow as the first one has leading ones; what is left of it are the highest bits. */
  number(): number {
    const first = this.byte();
    let value = 0;
    for (let extra = 0, mask = 0x80; ; extra++, mask >>= 1) {
      if ((first & mask) === 0) {
        value += (first & (mask - 1)) * 2 ** (8 * extra);
        break;
      }
      value += this.byte() * 2 ** (8 * extra);
      if (extra === 7) break;
    }
    if (!Number.isSafeInteger(value)) throw new DamagedListing('a number is larger than any file');
    return value;
  }

  /** So many bits, the highest of a byte first. */
  bits(count: number): (index: number) => boolean {
    const bytes = this.bytes(Math.ceil(count / 8));
    return (index) => ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
  }

  /** Steps over checksums, and tells which streams have one. */
  checksums(streams: number): (index: number) => boolean {
    if (this.byte() !== 0) {
      this.bytes(4 * streams);
      return () => true;
    }
    const isDefined = this.bits(streams);
    let defined = 0;
    for (let index = 0; index < streams; index++) if (isDefined(index)) defined += 1;
    this.bytes(4 * defined);
    return isDefined;
  }
}
