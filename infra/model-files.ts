import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { READING_OBJECTS } from '#connectors/objects/s3.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { acknowledgeWildcardResource } from './constructs/acknowledge.ts';

/** The names of the buckets of S3 whose files are inspected, with `*` for any text. */
export const modelBuckets = ({ modelFiles }: Pick<FleetConfig, 'modelFiles'>): string[] =>
  (modelFiles?.places ?? []).flatMap((place) =>
    place.startsWith('s3://') ? [place.slice('s3://'.length)] : [],
  );

/**
 * What reading model files takes, in the buckets that the config names. Keys decrypt what S3 asks them to and only for
 * those buckets: S3 gives the ARN of the object, or with bucket keys of the bucket, as the encryption context.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
export function mayReadModelFiles(buckets: readonly string[]): PolicyStatement[] {
  const bucketArns = buckets.map((bucket) => `arn:${Aws.PARTITION}:s3:::${bucket}`);
  const objectArns = bucketArns.map((arn) => `${arn}/*`);
  return [
    new PolicyStatement({ actions: [...READING_OBJECTS.objects], resources: objectArns }),
    new PolicyStatement({ actions: [...READING_OBJECTS.buckets], resources: bucketArns }),
    new PolicyStatement({
      actions: [...READING_OBJECTS.keys],
      resources: [`arn:${Aws.PARTITION}:kms:*:*:key/*`],
      conditions: {
        StringLike: {
          'kms:ViaService': 's3.*.amazonaws.com',
          'kms:EncryptionContext:aws:s3:arn': [...bucketArns, ...objectArns],
        },
      },
    }),
  ];
}

/** Why reading model files has wildcards in resources. */
export function acknowledgeModelFiles(role: Role, buckets: readonly string[]): void {
  for (const bucket of buckets) {
    const reason =
      'Which objects of a bucket are models nobody can name beforehand; the buckets are those that the config names, and the actions read.';
    acknowledgeWildcardResource(role, `arn:<AWS::Partition>:s3:::${bucket}/*`, reason);
    if (bucket.includes('*'))
      acknowledgeWildcardResource(role, `arn:<AWS::Partition>:s3:::${bucket}`, reason);
  }
  acknowledgeWildcardResource(
    role,
    'arn:<AWS::Partition>:kms:*:*:key/*',
    'Which keys encrypt the objects is for their owners to say; conditions let them decrypt what S3 asks for, of these buckets alone.',
  );
}
