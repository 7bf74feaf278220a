import pLimit from 'p-limit';
import type { Bucket } from '#connectors/objects/bucket.ts';
import type { Artefact } from '#shared/artefacts/artefact.ts';
import { type Loader, loadersOf } from '#shared/artefacts/loaders.ts';
import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isObject } from '#shared/model/json.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { type SignatureTrust, trustName } from '#shared/model-files/signing/trust.ts';
import type { ModelFiles } from './files.ts';
import { type SignatureObject, signatureFinder } from './find-signature.ts';
import type { InspectionRequest } from './inspection-request.ts';
import { isSignature } from './judge-signature.ts';
import type { KnownFiles } from './loaders.ts';
import { addressOfModelFile, INSPECTOR, modelFileId } from './model-file-asset.ts';

/** Files of one artefact: more are left out, and that is said. */
export const MOST_OF_AN_ARTEFACT = 5_000;

/** They wait for servers: enough that ten thousand are asked in minutes. */
const QUESTIONS_AT_ONCE = 16;

export interface InspectionPlan {
  /** Files that are new, were written anew, are loaded by others than before, or were not read last time. */
  readonly requests: readonly InspectionRequest[];
  /** Files that are as they were when they were inspected. */
  readonly unchanged: number;
  /** Places that assets load files from and that the config does not let be read, `s3://models`. */
  readonly notReadable: readonly string[];
  /** Prefixes that hold more files than are looked at, or could not be listed, and why. */
  readonly notListed: readonly { readonly name: string; readonly why: string }[];
}

/** What is to be inspected, by one list a prefix and one question an object; nothing of a file is read for it. */
export async function planInspections(
  { loaders, recorded }: KnownFiles,
  files: ModelFiles,
  scanId: string,
): Promise<InspectionPlan> {
  const notReadable = new Set<string>();
  const notListed: { name: string; why: string }[] = [];
  const requests: InspectionRequest[] = [];
  const visited = new Set<string>();
  let unchanged = 0;
  const buckets = new Map<string, Promise<Bucket>>();
  const bucketOf = (place: BucketPlace, scope: Scope): Promise<Bucket> => {
    const key = `${scopeKey(scope)} ${placeName(place)}`;
    const bucket = buckets.get(key) ?? files.open(place, scope);
    buckets.set(key, bucket);
    return bucket;
  };

  const signatures = signatureFinder();
  const remembered = async (
    asset: Asset | undefined,
    place: BucketPlace,
    object: string,
    revision: string | undefined,
    loading: readonly Loader[],
  ): Promise<boolean> => {
    if (!asset || !isAsRecorded(asset, revision, loading)) return false;
    try {
      const bucket = await bucketOf(place, asset.scope);
      return hasSignature(asset, await signatures.find(bucket, place, object, loading), files.trust);
    } catch (error) {
      if (error instanceof SourceUnreadable) return false;
      throw error;
    }
  };

  async function visit({ place }: Artefact, object: string, revision: string | undefined): Promise<void> {
    const loading = loadersOf(loaders, place, object);
    const scope = scopeOf(loading);
    if (!scope) return;
    const id = modelFileId(place, object, scope);
    if (visited.has(id)) return;
    visited.add(id);
    if (await remembered(recorded.get(id), place, object, revision, loading)) unchanged += 1;
    else requests.push({ scanId, scope, place, object });
  }

  async function look({ artefact, asset }: Loader): Promise<void> {
    const { place, name, extent } = artefact;
    if (!files.isReadable(place)) {
      notReadable.add(placeName(place));
      return;
    }
    try {
      const bucket = await bucketOf(place, asset.scope);
      if (extent === 'object') await visit(artefact, name, await revisionOf(bucket, name));
      else {
        const { objects, isCutOff } = await bucket.listObjects(name, MOST_OF_AN_ARTEFACT);
        if (!isCutOff) signatures.note(place, name, objects);
        for (const object of objects) await visit(artefact, object.name, object.revision);
        if (isCutOff)
          notListed.push({
            name: `${placeName(place)}/${name}`,
            why: `there are more than ${MOST_OF_AN_ARTEFACT} objects below it`,
          });
      }
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      // Asked again when its turn comes, and then on record as not read, or as gone.
      if (extent === 'object') await visit(artefact, name, undefined);
      else notListed.push({ name: `${placeName(place)}/${name}`, why: error.message });
    }
  }

  /** A file on record that nothing loads, or nothing any more: it may be gone, or written anew. */
  async function lookAgain(asset: Asset): Promise<void> {
    const request = requestOf(asset, scanId);
    if (!request || !files.isReadable(request.place)) return;
    const { place, object, scope } = request;
    try {
      const revision = await revisionOf(await bucketOf(place, scope), object);
      if (await remembered(asset, place, object, revision, loadersOf(loaders, place, object))) unchanged += 1;
      else requests.push(request);
    } catch (error) {
      if (!(error instanceof SourceUnreadable)) throw error;
      requests.push(request);
    }
  }

  const limit = pLimit(QUESTIONS_AT_ONCE);
  await limit.map(distinct(loaders), look);
  await limit.map(
    [...recorded].filter(([id]) => !visited.has(id)),
    ([, asset]) => lookAgain(asset),
  );
  return { requests, unchanged, notReadable: [...notReadable].sort(), notListed };
}

async function revisionOf(bucket: Bucket, name: string): Promise<string | undefined> {
  const source = await bucket.open(name);
  await source.close();
  return source.revision;
}

/** Each artefact once, however many load it. */
function distinct(loaders: readonly Loader[]): Loader[] {
  const byArtefact = new Map(
    loaders.map((loader) => {
      const { place, name, extent } = loader.artefact;
      return [[placeName(place), name, extent].join('\n'), loader] as const;
    }),
  );
  return [...byArtefact.values()];
}

/** The same file is on record once, whoever loads it. */
export const scopeOf = (loaders: readonly Loader[]): Scope | undefined => loaders[0]?.asset.scope;

function isAsRecorded(
  asset: Asset | undefined,
  revision: string | undefined,
  loaders: readonly Loader[],
): boolean {
  if (!asset || revision === undefined) return false;
  const { config, relations } = asset;
  const known = relations.filter(({ kind }) => kind === 'loaded-by').map(({ target }) => target);
  return (
    config['revision'] === revision &&
    config['inspector'] === INSPECTOR &&
    // What was not read for want of a permission may have been granted since.
    config['status'] !== 'error' &&
    known.length === loaders.length &&
    loaders.every(({ asset: { id } }, index) => known[index] === id)
  );
}

/** Whether the signature over the file is the one that it was judged by, for those who are trusted now. */
function hasSignature({ config }: Asset, found: SignatureObject | undefined, trust: SignatureTrust): boolean {
  // A signature has none itself.
  if (!isObject(config['signature'])) return isSignature(config['formats']);
  const { revision, trusted } = config['signature'];
  return found ? revision === found.revision && trusted === trustName(trust) : revision === undefined;
}

/** The request that a file on record came from. */
function requestOf({ id, scope }: Asset, scanId: string): InspectionRequest | undefined {
  const address = addressOfModelFile(id);
  return address && { scanId, scope, place: address.place, object: address.name };
}
