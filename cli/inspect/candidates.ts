import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Bucket } from '#connectors/objects/bucket.ts';
import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { MOST_WHOLE, openHttp, shownAddress } from '#shared/model-files/bytes/http.ts';
import { openLocalFile } from '#shared/model-files/bytes/local-file.ts';
import type { OpenSource } from '#shared/model-files/bytes/open-source.ts';
import type { Passed } from '#shared/sinks/model-files/report.ts';
import { type Surroundings, UsageError } from '../surroundings.ts';
import { filesIn } from './folder.ts';
import type { Target } from './targets.ts';

/** A file that is to be inspected. */
export interface Candidate {
  readonly name: string;
  /** Whether all that lies beside and below it was listed with it. */
  readonly isListed: boolean;
  readonly open: () => Promise<OpenSource>;
}

export interface Candidates {
  readonly files: readonly Candidate[];
  readonly skipped: readonly Passed[];
  readonly unseen: readonly Passed[];
}

export interface Looking {
  readonly exclude: readonly string[];
  /** Of one folder or prefix. */
  readonly most: number;
  readonly timeoutMilliseconds: number;
  readonly privateNetworks: boolean;
  /** Of one file. */
  readonly mostBytes: number;
}

/** The files that the targets name, with what is left out of them. Throws a UsageError for a path that is not there. */
export async function candidatesOf(
  targets: readonly Target[],
  looking: Looking,
  openBucket: Surroundings['openBucket'],
): Promise<Candidates> {
  const buckets = new Map<string, Promise<Bucket>>();
  const bucketAt = (place: BucketPlace): Promise<Bucket> => {
    const bucket = buckets.get(placeName(place)) ?? openBucket(place, looking.timeoutMilliseconds);
    buckets.set(placeName(place), bucket);
    return bucket;
  };
  const found: Candidates[] = [];
  for (const target of targets) found.push(await candidatesAt(target, looking, bucketAt));
  return {
    files: found.flatMap(({ files }) => files),
    skipped: found.flatMap(({ skipped }) => skipped),
    unseen: found.flatMap(({ unseen }) => unseen),
  };
}

async function candidatesAt(
  target: Target,
  looking: Looking,
  bucketAt: (place: BucketPlace) => Promise<Bucket>,
): Promise<Candidates> {
  switch (target.kind) {
    case 'path':
      return atPath(target.path, looking);
    case 'web': {
      const { address } = target;
      const reach = looking.privateNetworks ? 'anywhere' : 'named-loopback';
      const { timeoutMilliseconds, mostBytes } = looking;
      const options = { reach, timeoutMilliseconds, mostWhole: Math.min(mostBytes, MOST_WHOLE) } as const;
      return only({ name: shownAddress(address), isListed: false, open: () => openHttp(address, options) });
    }
    case 'object':
      return only(objectIn(target.place, target.object, bucketAt));
    case 'prefix':
      return below(target.place, target.prefix, looking, bucketAt);
  }
}

const only = (file: Candidate): Candidates => ({ files: [file], skipped: [], unseen: [] });

async function atPath(named: string, { exclude, most }: Looking): Promise<Candidates> {
  if (!(await isFolder(named)))
    return only({
      name: path.normalize(named),
      isListed: false,
      open: () => openLocalFile(named, { symlinks: 'follow' }),
    });
  const { files, skipped, unseen } = await filesIn(named, { most, isExcluded: excluding(exclude) });
  return {
    files: files.map((file) => ({
      name: file.name,
      isListed: unseen.length === 0,
      open: () => openLocalFile(file.path),
    })),
    skipped,
    unseen,
  };
}

async function isFolder(named: string): Promise<boolean> {
  try {
    return (await stat(named)).isDirectory();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(
      `${named} cannot be inspected: ${error.code === 'ENOENT' ? 'there is no such file or folder' : error.code}`,
    );
  }
}

const objectIn = (
  place: BucketPlace,
  object: string,
  bucketAt: (place: BucketPlace) => Promise<Bucket>,
  isListed = false,
): Candidate => ({
  name: `${placeName(place)}/${object}`,
  isListed,
  open: async () => (await bucketAt(place)).open(object),
});

async function below(
  place: BucketPlace,
  prefix: string,
  { exclude, most }: Looking,
  bucketAt: (place: BucketPlace) => Promise<Bucket>,
): Promise<Candidates> {
  const name = `${placeName(place)}/${prefix}`;
  try {
    const { objects, isCutOff } = await (await bucketAt(place)).listObjects(prefix, most);
    const isExcluded = excluding(exclude);
    const excluded = objects.filter((object) => isExcluded(object.name.slice(prefix.length)));
    return {
      files: objects
        .filter((object) => !excluded.includes(object))
        .map((object) => objectIn(place, object.name, bucketAt, !isCutOff)),
      skipped: excluded.map((object) => ({
        name: `${placeName(place)}/${object.name}`,
        why: 'it is excluded',
      })),
      unseen: [
        ...(isCutOff ? [{ name, why: `there are more than ${most} objects below it` }] : []),
        ...(objects.length === 0 ? [{ name, why: 'there is nothing below it' }] : []),
      ],
    };
  } catch (error) {
    if (error instanceof SourceUnreadable)
      return { files: [], skipped: [], unseen: [{ name, why: error.message }] };
    throw error;
  }
}

/** A pattern without a slash is held against the last segment of the name, as shells and .gitignore have it. */
const excluding =
  (patterns: readonly string[]) =>
  (relative: string): boolean =>
    patterns.some((pattern) =>
      path.matchesGlob(pattern.includes('/') ? relative : path.basename(relative), pattern),
    );
