import { GLOBAL, type Provider, type Scope } from '#shared/model/scope.ts';

/** A cloud's own word for what a scope's account is. */
export const ACCOUNT_KIND: Readonly<Record<Provider, string>> = {
  aws: 'AWS account',
  azure: 'Azure subscription',
  gcp: 'Google Cloud project',
};

/** Prefixes of region names by partition, as in the AWS SDK's own partition table. */
const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
];

/** The partition that an AWS region belongs to, as it stands in ARNs. */
export const partitionOfRegion = (region: string): string =>
  PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';

/** The partition of an asset: the one its ARN names, else its region's. Azure and GCP ids do not say. */
export function partitionOf(assetId: string, { provider, region }: Scope): string | undefined {
  if (provider !== 'aws') return undefined;
  const named = /^arn:(aws[a-z-]*):/.exec(assetId)?.[1];
  if (named) return named;
  return region === GLOBAL ? undefined : partitionOfRegion(region);
}
