import type { ByteSource } from './byte-source.ts';

/** A source that holds a file or connections until it is closed. */
export interface OpenSource extends ByteSource {
  close(): Promise<void>;
}
