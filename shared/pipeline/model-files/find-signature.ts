import type { Bucket, ListedObject } from '#connectors/objects/bucket.ts';
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

export interface SignatureFinder {
  /** The nearest signature of an object. Throws SourceUnreadable where it cannot be told whether there is one. */
  readonly find: (
    bucket: Bucket,
    place: BucketPlace,
    object: string,
    loaders: readonly Loader[],
  ) => Promise<SignatureObject | undefined>;
  /** Takes note of all objects below a prefix, so that nobody has to be asked for signatures there. */
  readonly note: (place: BucketPlace, prefix: string, objects: readonly ListedObject[]) => void;
}

/** Each folder is asked once, however many files lie in it. */
export function signatureFinder(): SignatureFinder {
  const known = new Map<string, Promise<SignatureObject | undefined>>();
  const keyOf = (place: BucketPlace, folder: string): string => `${placeName(place)}/${folder}`;
  return {
    async find(bucket, place, object, loaders) {
      for (const folder of foldersOver(object, loaders)) {
        const key = keyOf(place, folder);
        const answer = known.get(key) ?? signatureIn(bucket, folder);
        known.set(key, answer);
        const found = await answer;
        if (found && found.object !== object) return found;
      }
      return undefined;
    },
    note(place, prefix, objects) {
      const named = new Map(objects.map((object) => [object.name, object]));
      const folders = objects.map(({ name }) => folderOf(name));
      while (folders.length > 0) {
        const folder = folders.pop() ?? '';
        const key = keyOf(place, folder);
        if (!folder.startsWith(prefix) || known.has(key)) continue;
        const object = named.get(folder + NAME);
        const found = object && { object: object.name, folder, revision: object.revision };
        known.set(key, Promise.resolve(found));
        if (folder !== '') folders.push(folderOf(folder.slice(0, -1)));
      }
    },
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
