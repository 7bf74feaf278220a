import { modelFile } from '#shared/assets/gcp/model-files.ts';
import { type ModelFileStorage, SIGN } from '../../model-files/storage.ts';
import { resource } from '../fixes.ts';

const member = (role: string, who: string): string =>
  resource(
    'google_storage_bucket_iam_member',
    'bucket = "BUCKET"',
    `role   = "${role}"`,
    `member = "serviceAccount:${who}"`,
  );

export const storage: ModelFileStorage = {
  assetType: modelFile,
  setAside: {
    console:
      'Stop what loads the file, copy it to a bucket that nothing loads from, delete it here, and put a file in its place whose origin you know, best in the safetensors format.',
    cli: 'gcloud storage mv gs://BUCKET/OBJECT gs://QUARANTINE/OBJECT',
    terraform: member('roles/storage.objectCreator', 'PIPELINE'),
  },
  closeToWriters: {
    console:
      'Compare the generations of the object, upload the model anew from the one that you trust, and let only the pipeline’s service account write there.',
    cli: 'gcloud storage ls --all-versions gs://BUCKET/OBJECT',
    terraform: member('roles/storage.objectCreator', 'PIPELINE'),
  },
  signed: {
    console:
      'Sign each model in the pipeline that makes it, with a key of that pipeline; put model.sig into its folder, and write the public key, or who signs without one, under modelFiles.signers in the config.',
    cli: `${SIGN} && gcloud storage cp --recursive MODEL gs://BUCKET/OBJECT`,
    terraform: member('roles/storage.objectCreator', 'PIPELINE'),
  },
  letRead: {
    console:
      'See in the finding what was not read. Where it was denied, name the bucket under modelFiles in the config, deploy, and grant aispm’s inspector storage.objects.get and storage.objects.list there.',
    cli: 'aispm inspect gs://BUCKET/OBJECT',
    terraform: member('roles/storage.objectViewer', 'INSPECTOR'),
  },
};
