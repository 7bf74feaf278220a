import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './surroundings.ts';

/** Writes pieces of text as fast as they are taken: to a file when one is named, else to the stream. */
export async function write(pieces: Iterable<string>, stream: Writable, file?: string): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(pieces), stream, { end: false });
    return;
  }
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(Readable.from(pieces), createWriteStream(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

export const json = (value: unknown): string[] => [`${JSON.stringify(value, null, 2)}\n`];
