import { S3Client } from '@aws-sdk/client-s3';
import { AwsAccounts } from '#connectors/aws/accounts.ts';
import { clientOptions } from '#connectors/aws/services.ts';
import { CoverageRecorder } from '#connectors/coverage.ts';
import type { Bucket } from '#connectors/objects/bucket.ts';
import { s3Bucket } from '#connectors/objects/s3.ts';
import { type BucketPlace, placeName } from '#shared/artefacts/place.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { signatureTrust } from '#shared/config/signers.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFiles } from '#shared/pipeline/model-files/files.ts';
import { readableIn } from '#shared/pipeline/model-files/places.ts';
import type { Environment } from './environment.ts';

/** For one file; what takes longer is on record as not read whole. A message holds a few files: see the queue. */
const MILLISECONDS_A_FILE = 120_000;

/**
 * Model files as the inspector reads them: with identities of its own, which read objects of the buckets that the
 * config names and no configuration. Clouds that no file lies in are not even loaded.
 */
export function modelFilesOf({ config, region }: Pick<Environment, 'config' | 'region'>): ModelFiles {
  const accounts = new AwsAccounts({
    homeRegion: region,
    readerRoleName: config.aws.inspectorRoleName,
    externalId: config.aws.externalId,
  });
  const reach = (place: BucketPlace, scope: Scope): Promise<Bucket> => {
    switch (place.cloud) {
      case 'aws':
        return inS3(accounts, place.bucket, scope, region);
      case 'gcp':
        return inGoogle(config.gcp, place.bucket, region);
      case 'azure':
        return inAzure(config.azure, place, region);
    }
  };
  const buckets = new Map<string, Promise<Bucket>>();
  return {
    isReadable: readableIn(config.modelFiles?.places ?? []),
    open(place, scope) {
      const key = `${scopeKey(scope)} ${placeName(place)}`;
      const known = buckets.get(key) ?? reach(place, scope);
      buckets.set(key, known);
      known.catch(() => buckets.delete(key));
      return known;
    },
    limits: { milliseconds: MILLISECONDS_A_FILE },
    trust: signatureTrust(config.modelFiles?.signers),
  };
}

async function inS3(accounts: AwsAccounts, bucket: string, scope: Scope, home: string): Promise<Bucket> {
  const recorder = new CoverageRecorder(scope);
  const account = scope.provider === 'aws' ? scope.account : undefined;
  const entered =
    account === undefined ? { credentials: undefined } : await accounts.enter(account, recorder);
  if (!entered)
    throw new SourceUnreadable(
      `account ${account} does not let the inspector in; it needs sts:AssumeRole`,
      'denied',
    );
  const { credentials } = entered;
  const client = new S3Client({
    ...clientOptions({}, scope.provider === 'aws' ? scope.region : home),
    ...(credentials ? { credentials } : {}),
    followRegionRedirects: true,
    // Emulators have no names of hosts per bucket.
    forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined,
  });
  return s3Bucket({ client, bucket });
}

async function inGoogle(gcp: FleetConfig['gcp'], bucket: string, awsRegion: string): Promise<Bucket> {
  if (!gcp?.inspection) throw new SourceUnreadable('gcp.inspection is not in the config', 'denied');
  const { googleCredentialOf } = await import('./gcp.ts');
  const { googleBucket } = await import('#connectors/objects/google-storage.ts');
  return googleBucket({ bucket, credential: googleCredentialOf({ ...gcp, ...gcp.inspection }, awsRegion) });
}

async function inAzure(
  azure: FleetConfig['azure'],
  { account, container }: Extract<BucketPlace, { cloud: 'azure' }>,
  awsRegion: string,
): Promise<Bucket> {
  if (!azure?.inspection) throw new SourceUnreadable('azure.inspection is not in the config', 'denied');
  const { entraCredentialOf } = await import('./azure.ts');
  const { azureContainer } = await import('#connectors/objects/azure-blob.ts');
  return azureContainer({
    account,
    container,
    credential: entraCredentialOf({ ...azure, ...azure.inspection }, awsRegion),
  });
}
