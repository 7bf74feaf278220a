import type { Bucket } from '@aws-sdk/client-s3';
import { defaultBucket } from '#shared/assets/aws/s3.ts';
import type { Scope } from '#shared/model/scope.ts';
import { bucketArn, parseArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const PAGES = { token: ['ContinuationToken', 'ContinuationToken'] } as const;

/**
 * Names that SageMaker’s SDK and Glue Studio make up from account and region, and so anybody can guess.
 * Source: `Session.default_bucket` of the SageMaker Python SDK; Glue Developer Guide, “aws-glue-assets-”.
 */
const defaultNames = ({ account, region }: Scope): readonly string[] => [
  `sagemaker-${region}-${account}`,
  `aws-glue-assets-${account}-${region}`,
];

/** The buckets under such names that AI of the account names, and that the account does not own. */
export default awsConnector<Pick<Bucket, 'Name' | 'BucketRegion'>>(defaultBucket, {
  followsReferences: true,
  operations: { list: awsOperations('s3:ListBuckets') },
  events: ['CreateBucket', 'DeleteBucket'],
  withoutEvents: { update: 'Whose a bucket is never changes: it can only be deleted and created anew.' },
  async *list(services, { scope, references }) {
    const names = new Set(defaultNames(scope));
    const named = await references((target) => names.has(bucketNameIn(target)));
    for (const target of named) {
      const name = bucketNameIn(target);
      if (!(await isOwned(services, name))) yield { Name: name };
    }
  },
  identify: ({ Name = '' }, { scope: { region } }) => ({ id: Name && bucketArn(Name, region), name: Name }),
  async find(services, id, { scope, references }) {
    const name = bucketNameIn(id);
    if (!defaultNames(scope).includes(name)) return undefined;
    const named = await references((target) => target === id);
    return named.size === 0 || (await isOwned(services, name)) ? undefined : { Name: name };
  },
  affected: (event, { scope: { region } }) => {
    const name = asked(event, 'bucketName');
    return name && bucketArn(name, region);
  },
});

function bucketNameIn(target: string): string {
  const arn = parseArn(target);
  return arn?.service === 's3' ? arn.resource : '';
}

/** Whether the account has the bucket, in whatever region: what is not listed belongs to somebody else, or to nobody yet. */
async function isOwned({ s3 }: AwsServices, name: string): Promise<boolean> {
  const own = s3.list('ListBuckets', { Prefix: name, MaxBuckets: 1000 }, 'Buckets', PAGES);
  for await (const { Name } of own) if (Name === name) return true;
  return false;
}
