/** What a file holds cannot be: something lies beyond its end, a signature is missing, a count does not fit. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** Reads little-endian numbers and texts one after another. Throws {@link Damaged} where the bytes end before. */
export class Fields {
  readonly bytes: Uint8Array;
  at: number;
  readonly #what: string;

  constructor(bytes: Uint8Array, what: string, at = 0) {
    this.bytes = bytes;
    this.#what = what;
    this.at = at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(count: number): Uint8Array {
    if (count > this.left) throw new Damaged(`${this.#what} ends too early`);
    const taken = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return taken;
  }

  skip(count: number): void {
    this.take(count);
  }

  /** So many bytes, at most 8. What a double cannot hold is damage, except that nothing but ones is `undefined`. */
  address(size: number): number | undefined {
    const taken = this.take(size);
    if (taken.every((byte) => byte === 0xff)) return undefined;
    let value = 0;
    for (let at = size - 1; at >= 0; at--) value = value * 256 + (taken[at] ?? 0);
    if (!Number.isSafeInteger(value)) throw new Damaged(`${this.#what} names an offset that no file has`);
    return value;
  }

  /** A count or a length. */
  number(size: number): number {
    const value = this.address(size);
    if (value !== undefined) return value;
    if (size <= 6) return 256 ** size - 1;
    throw new Damaged(`${this.#what} has a length that no file has`);
  }

  expect(signature: string): void {
    if (latin1(this.take(signature.length)) !== signature)
      throw new Damaged(`${this.#what} has not the signature ${signature}`);
  }

  /** A text that ends with a zero, or with the bytes. */
  text(): string {
    const end = this.bytes.indexOf(0, this.at);
    const text = utf8(this.take((end < 0 ? this.bytes.length : end) - this.at));
    if (end >= 0) this.at += 1;
    return text;
  }
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The bytes without the zeros that fill them up. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}
