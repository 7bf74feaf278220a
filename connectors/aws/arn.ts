import type { Scope } from '#shared/model/scope.ts';

/** `arn:partition:service:region:account:resource`; the resource keeps its own colons and slashes. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** The parts of an ARN, or `undefined` when the text is none. */
export function parseArn(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** What stands after the resource type: `arn:aws:sagemaker:…:model/churn` → `churn`. */
export function nameInArn(arn: string): string {
  const resource = parseArn(arn)?.resource ?? '';
  return resource.slice(resource.search(/[/:]/) + 1);
}

/**
 * The bucket of an `s3://bucket/key` address as its ARN, or `undefined` when the text is no such address.
 * SageMaker's built-in artefacts are also written as `https://s3.<region>.amazonaws.com/bucket/key`.
 */
export function bucketArnOf(address: unknown, region = ''): string | undefined {
  if (typeof address !== 'string') return undefined;
  const bucket = /^(?:s3:\/\/|https:\/\/s3[.-][a-z0-9-]+\.amazonaws\.com\/)([^/]+)/.exec(address)?.[1];
  return bucket && bucketArn(bucket, region);
}

/** Bucket ARNs hold neither region nor account; the region only tells the partition. */
export const bucketArn = (name: string, region: string): string => `arn:${partitionOf(region)}:s3:::${name}`;

/** The partition that a region lies in. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The ARN of something in the scope: `arnIn(scope, 'bedrock', 'guardrail/gr1')`. */
export const arnIn = (
  { account, region }: Pick<Scope, 'account' | 'region'>,
  service: string,
  resource: string,
): string => `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;

/** SageMaker writes names into ARNs in lower case. */
export const sagemakerArn = (scope: Scope, type: string, name: unknown): string | undefined =>
  typeof name === 'string' && name !== ''
    ? arnIn(scope, 'sagemaker', `${type}/${name.toLowerCase()}`)
    : undefined;

/** A KMS key by its ARN, however the asset names it: by id, by alias or by ARN. */
export function kmsKeyArn(scope: Scope, key: unknown): string | undefined {
  if (typeof key !== 'string' || key === '') return undefined;
  if (key.startsWith('arn:')) return key;
  return arnIn(scope, 'kms', key.startsWith('alias/') ? key : `key/${key}`);
}

/** The repository of a private ECR image, `<account>.dkr.ecr.<region>.amazonaws.com/<name>:<tag>`, by its ARN. */
export function ecrRepositoryArn(image: unknown): string | undefined {
  if (typeof image !== 'string') return undefined;
  const [, account, region = '', name] =
    /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(image) ?? [];
  return account && name
    ? `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${name}`
    : undefined;
}

/** What an image comes from: the private repository in ECR, and otherwise the address under which it is pulled. */
export const imageSource = (image: unknown): unknown => ecrRepositoryArn(image) ?? image;
