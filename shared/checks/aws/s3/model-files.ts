import { modelFile } from '#shared/assets/aws/model-files.ts';
import { type ModelFileStorage, SIGN } from '../../model-files/storage.ts';

const ONLY_THE_PIPELINE = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::…/*',
  Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::…:role/…' } },
} as const;

export const storage: ModelFileStorage = {
  assetType: modelFile,
  setAside: {
    console:
      'Stop what loads the file, copy it to a bucket that nothing loads from, delete it here, and put a file in its place whose origin you know, best in the safetensors format.',
    cli: 'aws s3 mv s3://BUCKET/KEY s3://QUARANTINE/KEY',
    cloudformation: ONLY_THE_PIPELINE,
  },
  closeToWriters: {
    console:
      'Compare the versions of the object, register the model anew from the one that you trust, and let only the pipeline’s role write there.',
    cli: 'aws s3api list-object-versions --bucket BUCKET --prefix KEY',
    cloudformation: ONLY_THE_PIPELINE,
  },
  signed: {
    console:
      'Sign each model in the pipeline that makes it, with a key of that pipeline; put model.sig into its folder, and write the public key, or who signs without one, under modelFiles.signers in the config. S3 keeps the digest of a whole file that is written with --checksum-algorithm SHA256: then none has to be read for it.',
    cli: `${SIGN} && aws s3 cp MODEL s3://BUCKET/KEY --recursive --checksum-algorithm SHA256`,
    cloudformation: ONLY_THE_PIPELINE,
  },
  letRead: {
    console:
      'See in the finding what was not read. Where it was denied, name the bucket under modelFiles in the config, deploy, and allow aispm’s inspector role in the policies of the bucket and its key.',
    cli: 'aispm inspect s3://BUCKET/KEY',
    cloudformation: {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::…:role/aispm-inspector' },
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: 'arn:aws:s3:::…/*',
    },
  },
};
