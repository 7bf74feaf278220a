import type { ByteSource } from './byte-source.ts';

/** A source that holds a file or connections until it is closed. */
export interface OpenSource extends ByteSource {
  /** Another with every change of its bytes: an ETag, a generation. Only of objects in buckets. */
  readonly revision?: string;
  /** When it was last written, as an ISO instant, where the place says so. */
  readonly modifiedAt?: string;
  /** SHA-256 of all its bytes, in hex, where the place checked it when they were written, and keeps it. */
  readonly storedSha256?: string;
  close(): Promise<void>;
}
