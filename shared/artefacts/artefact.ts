import type { Asset } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { type BucketPlace, type ObjectAddress, placeName } from './place.ts';

/** Files that an asset loads: one object, or all objects whose names begin so. */
export interface Artefact extends ObjectAddress {
  readonly extent: 'object' | 'prefix';
  /** The ETag that the asset keeps of it. */
  readonly pinnedETag?: string;
  /** Models are added below it while it is served: one that came later is no change. */
  readonly grows?: true;
}

/** Which files an asset of a type loads, and as of when. Declared once a type, by what its config says. */
export interface ArtefactDeclaration {
  readonly assetType: AssetType;
  /** Where the fields are documented. */
  readonly source: string;
  /** What else is looked at to tell where they lie. */
  readonly beside?: readonly AssetType[];
  readonly of: (asset: Asset, resolve: Resolve) => readonly (Artefact | undefined)[];
  /** When what it loads was settled, as an ISO instant: the time at which it was registered. */
  readonly registeredAt?: (config: JsonObject) => unknown;
}

export const loads = (
  assetType: AssetType,
  declaration: Omit<ArtefactDeclaration, 'assetType'>,
): ArtefactDeclaration => Object.freeze({ assetType, ...declaration });

/** All below an address that names a folder, with or without its slash. */
export const below = (address: ObjectAddress | undefined): Artefact | undefined =>
  address && { ...address, name: folderOf(address.name), extent: 'prefix' };

const folderOf = (name: string): string => (name === '' || name.endsWith('/') ? name : `${name}/`);

/** Whether the artefact is, or holds, the object. */
export const holds = (artefact: Artefact, place: BucketPlace, object: string): boolean =>
  placeName(artefact.place) === placeName(place) &&
  (artefact.extent === 'object' ? artefact.name === object : object.startsWith(artefact.name));
