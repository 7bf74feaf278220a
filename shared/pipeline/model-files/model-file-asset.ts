import { isChanged, type Loader } from '#shared/artefacts/loaders.ts';
import { type BucketPlace, type ObjectAddress, placeName } from '#shared/artefacts/place.ts';
import { modelFile as s3ModelFile } from '#shared/assets/aws/model-files.ts';
import { modelFile as blobModelFile } from '#shared/assets/azure/model-files.ts';
import { modelFile as googleModelFile } from '#shared/assets/gcp/model-files.ts';
import type { Asset, Relation } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Inspection, NotRead, Observation } from '#shared/model-files/inspection.ts';
import { clip, printable } from '#shared/sinks/text.ts';
import { type FileSignature, isSignature } from './judge-signature.ts';

/** Raised whenever a release may come to another verdict on a file that has not changed. */
export const INSPECTOR = 2;

export const MODEL_FILE_TYPES: Readonly<Record<BucketPlace['cloud'], AssetType>> = {
  aws: s3ModelFile,
  azure: blobModelFile,
  gcp: googleModelFile,
};

/** The cloud's own id of an object: an ARN, a full resource name, or, of a blob, its address. */
export function modelFileId(place: BucketPlace, object: string, scope: Scope): string {
  switch (place.cloud) {
    case 'aws':
      return `arn:${partitionOf(scope)}:s3:::${place.bucket}/${object}`;
    case 'gcp':
      return `//storage.googleapis.com/projects/_/buckets/${place.bucket}/objects/${object}`;
    case 'azure':
      return `https://${place.account}.blob.core.windows.net/${place.container}/${object}`;
  }
}

const IDS: readonly { readonly form: RegExp; readonly placeOf: (parts: readonly string[]) => BucketPlace }[] =
  [
    { form: /^arn:[^:]+:s3:::([^/]+)\/(.+)$/s, placeOf: ([bucket = '']) => ({ cloud: 'aws', bucket }) },
    {
      form: /^\/\/storage\.googleapis\.com\/projects\/_\/buckets\/([^/]+)\/objects\/(.+)$/s,
      placeOf: ([bucket = '']) => ({ cloud: 'gcp', bucket }),
    },
    {
      form: /^https:\/\/([^./]+)\.blob\.core\.windows\.net\/([^/]+)\/(.+)$/s,
      placeOf: ([account = '', container = '']) => ({ cloud: 'azure', account, container }),
    },
  ];

/** The inverse of {@link modelFileId}. */
export function addressOfModelFile(id: string): ObjectAddress | undefined {
  for (const { form, placeOf } of IDS) {
    const parts = form.exec(id)?.slice(1);
    if (parts) return { place: placeOf(parts), name: parts.at(-1) ?? '' };
  }
  return undefined;
}

const partitionOf = ({ region }: Scope): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

/** A file as it was found: of one version, or not at all. */
export interface InspectedFile {
  readonly place: BucketPlace;
  readonly object: string;
  readonly scope: Scope;
  readonly inspection: Inspection;
  readonly revision?: string | undefined;
  readonly modifiedAt?: string | undefined;
  readonly loaders: readonly Loader[];
  /** Nothing of what could not be opened, and of what is a signature itself. */
  readonly signature?: FileSignature | undefined;
}

const MOST_SEEN = 20;
const MOST_IMPORTS = 50;
const MOST_NOT_READ = 10;
const MOST_LOADERS = 50;
const LONGEST = 400;

const shown = (text: string): string => clip(printable(text), LONGEST);

/** What an inspection found, as an asset: bounded, and printable, for a file may say what it likes. */
export function modelFileAsset(file: InspectedFile): Asset {
  const { place, object, scope, inspection, revision, modifiedAt, loaders, signature } = file;
  const { status, verdict, observations, formats, globals, notRead, bytes, bytesRead } = inspection;
  const isDangerous = verdict === 'dangerous';
  const needsReview = observations.some(({ effect }) => effect === 'review');
  const assetType = MODEL_FILE_TYPES[place.cloud];
  const config: JsonObject = {
    address: shown(`${placeName(place)}/${object}`),
    ...(bytes === undefined ? {} : { bytes }),
    bytesRead,
    ...(revision === undefined ? {} : { revision }),
    ...(modifiedAt === undefined ? {} : { modifiedAt }),
    status,
    verdict,
    // What was not read may be worse than what was: then neither is said.
    ...(isDangerous || status === 'complete' ? { isDangerous } : {}),
    ...(needsReview || status === 'complete' ? { needsReview } : {}),
    formats: [...formats],
    seen: gravestFirst(observations).slice(0, MOST_SEEN).map(seenOf),
    imports: globals.slice(0, MOST_IMPORTS).map(shown),
    notRead: notRead.slice(0, MOST_NOT_READ).map(notReadOf),
    loadedBy: loaders.slice(0, MOST_LOADERS).map((loader) => loaderOf(loader, file)),
    ...(signature === undefined ? {} : { signature }),
    inspector: INSPECTOR,
  };
  return {
    id: modelFileId(place, object, scope),
    type: assetType.id,
    scope,
    name: shown(object.slice(object.lastIndexOf('/') + 1) || object),
    config,
    relations: [
      ...(place.cloud === 'azure' ? [] : [storedIn(place, scope)]),
      ...loaders.map(({ asset }): Relation => ({ kind: 'loaded-by', target: asset.id })),
    ],
  };
}

const storedIn = (place: Extract<BucketPlace, { bucket: string }>, scope: Scope): Relation => ({
  kind: 'stored-in',
  target:
    place.cloud === 'aws'
      ? `arn:${partitionOf(scope)}:s3:::${place.bucket}`
      : `//storage.googleapis.com/${place.bucket}`,
});

const GRAVITY = { dangerous: 0, review: 1, note: 2 } as const;

const gravestFirst = (observations: readonly Observation[]): Observation[] =>
  [...observations].sort((a, b) => GRAVITY[a.effect] - GRAVITY[b.effect]);

const seenOf = ({ rule, effect, text, call, within, offset }: Observation): JsonObject => ({
  rule,
  effect,
  text: shown(text),
  ...(call === undefined ? {} : { call: shown(call) }),
  within: within.map(shown),
  ...(offset === undefined ? {} : { offset }),
});

const notReadOf = ({ within, why }: NotRead): string => shown([...within, why].join(' › '));

const loaderOf = (loader: Loader, file: InspectedFile): JsonObject => ({
  id: loader.asset.id,
  type: loader.asset.type,
  ...(loader.artefact.pinnedETag === undefined ? {} : { pinnedETag: loader.artefact.pinnedETag }),
  ...(loader.registeredAt === undefined ? {} : { registeredAt: loader.registeredAt }),
  // It is made when all else is there, and most often after that was registered.
  isChanged: !isSignature(file.inspection.formats) && isChanged(loader, file),
});
