import { assetType } from '#shared/model/asset-type.ts';
import { modelFileType } from '../model-file.ts';

/** An object of Cloud Storage that some model is loaded from. */
export const modelFile = assetType(
  'gcp.storage.model-file',
  modelFileType({
    title: 'Model file in Cloud Storage',
    placement: 'global',
    nativeType: 'storage.googleapis.com/Object',
  }),
);
