import { LimitReached, SourceChanged, SourceUnreadable } from '../bytes/byte-source.ts';
import type { OpenSource } from '../bytes/open-source.ts';
import { digestOf, isComputed } from './digest-of-file.ts';
import type { SignedFile, SignedManifest } from './manifest.ts';

/** A file that lies where the model is. */
export interface FileAtHand {
  /** Relative to the model, with `/`. */
  readonly path: string;
  /** Opens it; `undefined` where it is known and cannot be, and `why` tells the reason. */
  readonly open: (() => Promise<OpenSource>) | undefined;
  readonly why?: string;
  /** A symbolic link, which is not followed. */
  readonly isLink?: boolean;
  /** The version that was inspected, where the place has one: another one is not compared. */
  readonly version?: string;
}

export const COMPARISONS = ['same', 'differs', 'missing', 'extra', 'left-out', 'not-compared'] as const;

export interface FileComparison {
  readonly path: string;
  /**
   * `extra` is there and not in the manifest; `left-out` as well, and the signer says so; `not-compared` is in the
   * manifest, and its digest is not known.
   */
  readonly result: (typeof COMPARISONS)[number];
  readonly why?: string;
  /** Of its bytes, in hex, where that was found out. */
  readonly sha256?: string;
}

export interface CompareOptions {
  /** Whether files are read whole where the place keeps no digest of them. */
  readonly readsWhole: boolean;
  /** Of one file. */
  readonly mostBytesOfFile: number;
  /** Of all files together. Default no bound. */
  readonly mostBytes?: number;
  /** Whether these are all files that lie there: only then, one that is not among them is missing. */
  readonly isWhole: boolean;
}

/** What model_signing leaves out unless it is told otherwise: `Config.hash` in model_signing/hashing.py. */
const LEFT_OUT = ['.git', '.gitattributes', '.github', '.gitignore'];

/**
 * Compares what a signer vouches for with what is there: every file of the manifest and, of a folder, every other file.
 * A digest is taken of the place that keeps the file where it has one of the whole, and else computed of all bytes if
 * that is allowed. Errors of reading are part of the result.
 *
 * `files` are without the signature itself, which no signature covers.
 */
export async function compareManifest(
  manifest: SignedManifest,
  files: readonly FileAtHand[],
  options: CompareOptions,
): Promise<readonly FileComparison[]> {
  const atHand = new Map(files.map((file) => [file.path, file]));
  const budget = { bytes: options.mostBytes ?? Number.MAX_SAFE_INTEGER };
  const comparisons: FileComparison[] = [];
  for (const signed of manifest.files) {
    const file = atHand.get(signed.path) ?? folderAtHand(atHand, signed.path);
    if (file)
      comparisons.push({ path: signed.path, ...(await compared(signed, file, manifest, options, budget)) });
    else if (options.isWhole) comparisons.push({ path: signed.path, result: 'missing' });
  }
  if (manifest.isSingleFile) return comparisons;
  const signed = new Set(manifest.files.map(({ path }) => path));
  const leftOut = new Set([...LEFT_OUT, ...manifest.ignoredPaths.map(normalized)]);
  for (const { path } of files)
    if (!signed.has(path))
      comparisons.push({
        path,
        result: selfAndFolders(path).some((each) => leftOut.has(each)) ? 'left-out' : 'extra',
      });
  return comparisons;
}

/** `a/b/c`, `a/b`, `a`. */
function selfAndFolders(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.map((_, at) => segments.slice(0, segments.length - at).join('/'));
}

const normalized = (path: string): string =>
  path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');

/** A folder above a path that was passed over with all that lies in it. */
const folderAtHand = (atHand: ReadonlyMap<string, FileAtHand>, path: string): FileAtHand | undefined =>
  selfAndFolders(path)
    .map((each) => atHand.get(each))
    .find((folder) => folder !== undefined && folder.open === undefined);

type Compared = Omit<FileComparison, 'path'>;

const notCompared = (why: string): Compared => ({ result: 'not-compared', why });

async function compared(
  signed: SignedFile,
  { open, why, isLink, version }: FileAtHand,
  { allowsSymlinks }: SignedManifest,
  { readsWhole, mostBytesOfFile }: CompareOptions,
  budget: { bytes: number },
): Promise<Compared> {
  if (isLink)
    return allowsSymlinks
      ? notCompared('it is a symbolic link, which is not followed')
      : { result: 'differs', why: 'it is a symbolic link, and was a file when it was signed' };
  if (open === undefined) return notCompared(why ?? 'it cannot be opened');
  const unknown = signed.digests.find(({ algorithm }) => !isComputed(algorithm));
  if (unknown) return notCompared(`its digest is of ${unknown.algorithm}, which is not computed`);
  try {
    const source = await open();
    try {
      if (version !== undefined && source.version !== version)
        return notCompared('it was written anew since it was inspected');
      const stored = storedComparison(signed, source);
      if (stored) return stored;
      if (!readsWhole) return notCompared('no digest of it is stored, and it was not read whole');
      const size = source.size ?? 0;
      if (size > Math.min(mostBytesOfFile, budget.bytes))
        return notCompared(`its ${size} bytes are more than may be read`);
      budget.bytes -= size;
      return await readComparison(signed, source);
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof SourceUnreadable || error instanceof SourceChanged || error instanceof LimitReached)
      return notCompared(error.message);
    throw error;
  }
}

/** By the digest that the place keeps, of a file that was signed as a whole. */
function storedComparison(
  { digests, isSharded }: SignedFile,
  { storedSha256 }: OpenSource,
): Compared | undefined {
  const [digest] = digests;
  if (storedSha256 === undefined || isSharded || digest?.algorithm !== 'sha256') return undefined;
  return { result: storedSha256 === digest.hex ? 'same' : 'differs', sha256: storedSha256 };
}

async function readComparison({ digests, isSharded }: SignedFile, source: OpenSource): Promise<Compared> {
  const end = digests.at(-1)?.to;
  if (end !== undefined && source.size !== end)
    return { result: 'differs', why: `it has ${source.size} bytes, and had ${end} when it was signed` };
  for (const digest of digests) {
    const hex = await digestOf(source, digest);
    const known = !isSharded && digest.algorithm === 'sha256' ? { sha256: hex } : {};
    if (hex !== digest.hex) return { result: 'differs', ...known };
    if (!isSharded) return { result: 'same', ...known };
  }
  return { result: 'same' };
}
