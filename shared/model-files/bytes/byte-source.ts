/** Bytes somewhere, of which ranges can be read: a file, an object in a bucket, a member of an archive. */
export interface ByteSource {
  /** What people call it: a path, an address without its query, `weights.zip › data.pkl`. */
  readonly name: string;
  /** In bytes. `undefined` where it is not known before the end is reached, as of what is decompressed. */
  readonly size: number | undefined;
  /** The version or ETag that every read is pinned to, where the place has one. */
  readonly version?: string;
  /** Reading far back costs as much as all that lies before: it comes out of a decoder. */
  readonly isForward?: true;
  /**
   * Up to `length` bytes from `offset`, fewer only where the end is reached. What is returned may be shared and is not
   * to be written to. Throws {@link SourceChanged}, {@link SourceUnreadable} or {@link LimitReached}.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** The object is no longer the version that the inspection began with: what was read belongs to no one version. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';
}

/** It could not be read: denied, gone, no reply, damaged. */
export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
  /** `not-found`: the place says that there is no such thing, and not only that it gives nothing. */
  readonly reason: 'not-found' | 'denied' | 'other';

  constructor(message: string, reason: SourceUnreadable['reason'] = 'other') {
    super(message);
    this.reason = reason;
  }
}

/** What an inspection may take was used up. What was found until then stands; the rest was not read. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}

export const NOTHING = new Uint8Array(0);

/** Bytes that are in memory already. */
export function bytesInMemory(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.max(offset, offset + length)),
  };
}

/** A part of another source, which cannot be read beyond. */
export function partOf(source: ByteSource, name: string, from: number, size: number): ByteSource {
  return {
    name,
    size,
    ...(source.version === undefined ? {} : { version: source.version }),
    ...(source.isForward === true ? { isForward: true } : {}),
    read: (offset, length) => {
      const most = Math.min(length, size - offset);
      return most > 0 ? source.read(from + offset, most) : Promise.resolve(NOTHING);
    },
  };
}
