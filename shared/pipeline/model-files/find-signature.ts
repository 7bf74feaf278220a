import type { Bucket } from '#connectors/objects/bucket.ts';
import type { Loader } from '#shared/artefacts/loaders.ts';
import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';

/** What model_signing calls a signature unless it is told otherwise: `model_signing sign --help`. */
const NAME = 'model.sig';
/** Folders that are looked into for one file. */
const MOST_FOLDERS = 6;

/** An object that is called as signatures are, and which version of it. */
export interface SignatureObject {
  /** Its name in the bucket. */
  readonly object: string;
  /** With its slash, or empty at the top of the bucket. */
  readonly folder: string;
  readonly revision: string | undefined;
}

/** Finds the nearest signature of an object. Throws SourceUnreadable where it cannot be told whether there is one. */
export type FindSignature = (
  bucket: Bucket,
  place: BucketPlace,
  object: string,
  loaders: readonly Loader[],
) => Promise<SignatureObject | undefined>;

/** Each folder is asked once, however many files lie in it. */
export function signatureFinder(): FindSignature {
  const asked = new Map<string, Promise<SignatureObject | undefined>>();
  return async (bucket, place, object, loaders) => {
    for (const folder of foldersOver(object, loaders)) {
      const key = `${placeName(place)}/${folder}`;
      const answer = asked.get(key) ?? signatureIn(bucket, folder);
      asked.set(key, answer);
      const found = await answer;
      if (found && found.object !== object) return found;
    }
    return undefined;
  };
}

/**
 * The folder of the object and those above it, the nearest first, as far as one beyond what is loaded as one: a
 * signature lies in the folder that was signed, or beside it.
 */
export function foldersOver(object: string, loaders: readonly Loader[]): readonly string[] {
  const loadedFrom = loaders.map(({ artefact }) =>
    artefact.extent === 'prefix' ? artefact.name.length : folderOf(object).length,
  );
  const top = Math.min(folderOf(object).length, ...loadedFrom);
  const folders: string[] = [];
  let folder = folderOf(object);
  for (;;) {
    folders.push(folder);
    if (folder === '' || folders.length === MOST_FOLDERS) return folders;
    const isOneBeyond = folder.length < top;
    folder = folderOf(folder.slice(0, -1));
    if (isOneBeyond) return folders;
  }
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

async function signatureIn(bucket: Bucket, folder: string): Promise<SignatureObject | undefined> {
  const object = folder + NAME;
  try {
    const source = await bucket.open(object);
    await source.close();
    return { object, folder, revision: source.revision };
  } catch (error) {
    if (error instanceof SourceUnreadable && error.reason === 'not-found') return undefined;
    throw error;
  }
}
