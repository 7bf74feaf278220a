import { leavesFolder, quoted } from '../text-of-file.ts';
import { isMalformed, type Malformed, malformed } from './malformed.ts';
import type { SignedDigest, SignedFile } from './manifest.ts';

/** One line of a manifest, as it stands in a statement. */
export interface Resource {
  readonly name: string;
  readonly algorithm: string;
  /** In hex, in lower case. */
  readonly digest: string;
}

/** Where the digest of a resource belongs. */
interface Place {
  readonly path: string;
  readonly from: number;
  readonly to: number | undefined;
}

/** How resources are named where files were serialized by a method. */
export interface Naming {
  readonly isSharded: boolean;
  /** Whether a shard tells where it ends. The last one of a file is shorter where it does not. */
  readonly tellsEnd: boolean;
  readonly placeOf: (name: string) => Place | Malformed;
}

export const wholeFiles: Naming = {
  isSharded: false,
  tellsEnd: false,
  placeOf: (name) => ({ path: name, from: 0, to: undefined }),
};

/**
 * How names are read where files were serialized by a method.
 *
 * Source: `_Shard` in model_signing/manifest.py for `shards`, of which a name is `path:begin:end`; section 6.3.2 of the
 * specification of OpenSSF Model Signing for `file-shard-N`, of which it is `path:shard-i`.
 */
export function namingOf(method: string): Naming | Malformed {
  if (method === 'files') return wholeFiles;
  if (method === 'shards') return { isSharded: true, tellsEnd: true, placeOf: rangeOf };
  const bytes = Number(/^file-shard-([1-9]\d{0,14})$/.exec(method)?.[1]);
  return Number.isSafeInteger(bytes)
    ? { isSharded: true, tellsEnd: false, placeOf: shardsOf(bytes) }
    : malformed(`its files were serialized by ${quoted(method)}, which is not known`);
}

function rangeOf(name: string): Place | Malformed {
  const [, path, begin, end] = /^(.+):(\d{1,15}):(\d{1,15})$/s.exec(name) ?? [];
  return path === undefined
    ? malformed(`${quoted(name)} is no name of a shard`)
    : { path, from: Number(begin), to: Number(end) };
}

const shardsOf =
  (bytes: number) =>
  (name: string): Place | Malformed => {
    const [, path, index] = /^(.+):shard-(\d{1,15})$/s.exec(name) ?? [];
    const from = Number(index) * bytes;
    return path !== undefined && Number.isSafeInteger(from)
      ? { path, from, to: from + bytes }
      : malformed(`${quoted(name)} is no name of a shard`);
  };

/** The files that resources speak of. Refuses paths that lead elsewhere, what stands twice, and shards with gaps. */
export function filesOf(
  resources: readonly Resource[],
  naming: Naming,
): { readonly files: readonly SignedFile[] } | Malformed {
  const digests = new Map<string, SignedDigest[]>();
  for (const { name, algorithm, digest } of resources) {
    const place = naming.placeOf(name);
    if (isMalformed(place)) return place;
    const { path, from, to } = place;
    const why = whyNoPath(path);
    if (why !== undefined) return malformed(`the path ${quoted(path)} ${why}`);
    // `sha256-sharded-1000000000`: where a shard lies is told by its name.
    const digested = { algorithm: algorithm.replace(/-sharded-\d+$/, ''), hex: digest, from, to };
    const before = digests.get(path);
    if (before) before.push(digested);
    else digests.set(path, [digested]);
  }
  const files: SignedFile[] = [];
  for (const [path, ofFile] of digests) {
    if (!naming.isSharded && ofFile.length > 1) return malformed(`the path ${quoted(path)} stands twice`);
    const gap = naming.isSharded ? gapIn(ofFile.sort((a, b) => a.from - b.from)) : undefined;
    if (gap !== undefined)
      return malformed(`the shards of ${quoted(path)} overlap or leave out bytes at ${gap}`);
    const last = ofFile.at(-1);
    if (last && !naming.tellsEnd) ofFile[ofFile.length - 1] = { ...last, to: undefined };
    files.push({ path, digests: ofFile, isSharded: naming.isSharded });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files };
}

/** Where the first shard begins that does not follow upon the one before it. */
function gapIn(shards: readonly SignedDigest[]): number | undefined {
  let end = 0;
  for (const { from, to } of shards) {
    if (from !== end || to === undefined || to <= from) return from;
    end = to;
  }
  return undefined;
}

/** Section 6.1.2 of the specification. */
function whyNoPath(path: string): string | undefined {
  const leaves = leavesFolder(path);
  if (leaves !== undefined) return leaves;
  if (path.includes('\0') || !path.isWellFormed()) return 'is no name of a file';
  if (path.split('/').some((segment) => segment === '' || segment === '.')) return 'is not normalized';
  return undefined;
}
