import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { NOTHING, SourceChanged, SourceUnreadable } from './byte-source.ts';
import type { OpenSource } from './open-source.ts';

export interface LocalFileOptions {
  /** Whether a symbolic link is followed: one that somebody named is, one that was met in a folder is not. */
  readonly symlinks?: 'follow' | 'refuse';
}

/**
 * Opens a regular file. Each read is compared with the file as it was when it was opened. Ranges of a file on disk are
 * read without giving way to others: they are short, and a turn of the event loop takes longer than most of them.
 */
export async function openLocalFile(
  path: string,
  { symlinks = 'refuse' }: LocalFileOptions = {},
): Promise<OpenSource> {
  const { descriptor, opened } = openRegularFile(path, symlinks);
  if (opened.size > BigInt(Number.MAX_SAFE_INTEGER)) {
    closeSync(descriptor);
    throw new SourceUnreadable('it says that it is larger than a file can be');
  }
  const size = Number(opened.size);

  async function read(offset: number, length: number): Promise<Uint8Array> {
    const wanted = Math.min(length, size - offset);
    if (offset < 0 || wanted <= 0) return NOTHING;
    const bytes = Buffer.allocUnsafe(wanted);
    let filled = 0;
    try {
      while (filled < wanted) {
        const read = readSync(descriptor, bytes, filled, wanted - filled, offset + filled);
        if (read === 0) break;
        filled += read;
      }
      if (filled < wanted || !isSame(opened, fstatSync(descriptor, { bigint: true })))
        throw new SourceChanged('it was written to or replaced while it was read');
    } catch (error) {
      throw error instanceof SourceChanged ? error : unreadable(error);
    }
    return bytes;
  }

  return { name: path, size, read, close: async () => closeSync(descriptor) };
}

/** Opening a FIFO would wait for a writer, and opening a device may do something: neither is opened. */
function openRegularFile(
  path: string,
  symlinks: 'follow' | 'refuse',
): { readonly descriptor: number; readonly opened: BigIntStats } {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  try {
    mustBeRegular(symlinks === 'follow' ? statSync(path) : lstatSync(path));
    const descriptor = openSync(path, O_RDONLY | O_NONBLOCK | (symlinks === 'refuse' ? O_NOFOLLOW : 0));
    try {
      const opened = fstatSync(descriptor, { bigint: true });
      // It may have been replaced since it was looked at.
      mustBeRegular(opened);
      return { descriptor, opened };
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  } catch (error) {
    throw unreadable(error);
  }
}

function mustBeRegular(file: Stats | BigIntStats): void {
  if (file.isFile()) return;
  const what = file.isDirectory()
    ? 'a folder'
    : file.isSymbolicLink()
      ? 'a symbolic link'
      : 'a pipe, a socket or a device';
  throw new SourceUnreadable(`it is ${what}`);
}

/** The time of change beside that of modification, which whoever writes may set back. */
const isSame = (a: BigIntStats, b: BigIntStats): boolean =>
  a.dev === b.dev &&
  a.ino === b.ino &&
  a.size === b.size &&
  a.mtimeNs === b.mtimeNs &&
  a.ctimeNs === b.ctimeNs;

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission to read it is denied',
  EPERM: 'permission to read it is denied',
  ENOENT: 'there is no such file',
  ELOOP: 'it is a symbolic link',
  ENXIO: 'it is a pipe, a socket or a device',
};

/** Errors of the file system become part of the result; others are bugs. */
function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  return new SourceUnreadable(WORDS[error.code] ?? `it cannot be read: ${error.code}`);
}
