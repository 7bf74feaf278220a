import { assetType } from '#shared/model/asset-type.ts';
import { modelFileType } from '../model-file.ts';

/** An object of S3 that some model is loaded from. */
export const modelFile = assetType(
  'aws.s3.model-file',
  modelFileType({
    title: 'Model file in S3',
    placement: 'region',
    // CloudFormation knows no objects; this is what CloudTrail calls them.
    nativeType: 'AWS::S3::Object',
    asffType: 'AwsS3Object',
  }),
);
