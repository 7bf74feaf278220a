import { assetType } from '#shared/model/asset-type.ts';
import { modelFileType } from '../model-file.ts';

/** A blob that some model is loaded from. */
export const modelFile = assetType(
  'azure.storage.model-file',
  modelFileType({
    title: 'Model file in Blob Storage',
    placement: 'global',
    nativeType: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs',
  }),
);
