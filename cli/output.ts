import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './surroundings.ts';

/** Writes pieces of text as fast as they are taken: to a file when one is named, else to the stream. */
export async function write(pieces: Iterable<string>, stream: Writable, file?: string): Promise<void> {
  if (file === undefined) {
    await pipeline(Readable.from(pieces), stream, { end: false }).catch((error: unknown) => {
      // `aispm findings | head`: the reader has had enough, which changes nothing about the outcome.
      if (hasNoReader(error)) return;
      if (codeOf(error) === undefined) throw error;
      throw new UsageError(`the output could not be written: ${codeOf(error)}`);
    });
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

/**
 * A stream that fails between two writes must not end the process with a stack trace: a reader that went away is
 * no failure, and anything else, such as a full disk, is said in a line and ends with exit code 2.
 */
export function endQuietly(stdout: Writable, onFailure: (message: string) => void): void {
  stdout.on('error', (error) => {
    if (!hasNoReader(error)) onFailure(`aispm: the output could not be written: ${error.message}\n`);
  });
}

/** EPIPE of the first write, and what pipelines into the closed stream give from then on. */
const NO_READER = new Set([
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
]);

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const hasNoReader = (error: unknown): boolean => NO_READER.has(codeOf(error) ?? '');

export const json = (value: unknown): string[] => [`${JSON.stringify(value, null, 2)}\n`];
