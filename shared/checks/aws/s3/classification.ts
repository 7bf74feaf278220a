import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI uses say by a tag how sensitive their data are',
  severity: 'low',
  fails: none('TagSet', field('Key').matches(/classif|sensitiv|confidential/i), {
    absentIsEmpty: 'GetBucketTagging: NoSuchTagSet where there is no tag',
  }),
  why: 'Nobody who gives a model or an agent access to the bucket can see what they let it read.',
  fix: {
    console: 'In S3, open the bucket’s “Properties” and add a tag such as data-classification.',
    cli: 'aws s3api put-bucket-tagging --bucket … --tagging TagSet=[{Key=data-classification,Value=internal}]',
    cloudformation: { Tags: [{ Key: 'data-classification', Value: 'internal' }] },
  },
  source: 'GetBucketTagging response, @aws-sdk/client-s3',
  frameworks: { 'iso-42001': ['A.7.2'] },
  peers: { union: ['aws.s3.ai-bucket-no-classification'], 'aws-samples': ['FS-46'] },
  examples: {
    pass: [{ Name: 'models', TagSet: [{ Key: 'data-classification', Value: 'internal' }] }],
    fail: [{ Name: 'models' }, { Name: 'models', TagSet: [{ Key: 'owner', Value: 'ml' }] }],
    unknown: [{ Name: 'models', TagSet: 'none' }],
  },
});
