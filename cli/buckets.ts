import type { Bucket } from '#connectors/objects/bucket.ts';
import type { BucketPlace } from '#shared/artefacts/place.ts';

const REGION_WITHOUT_CONFIG = 'us-east-1';

/** A bucket or container with the logins of this shell. What a cloud needs is loaded when it is read from. */
export async function reachBucket(
  place: BucketPlace,
  timeoutMilliseconds: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Bucket> {
  switch (place.cloud) {
    case 'aws':
      return inS3(place.bucket, timeoutMilliseconds, env);
    case 'gcp': {
      const { googleBucket } = await import('#connectors/objects/google-storage.ts');
      const { applicationDefaultCredential } = await import('#connectors/gcp/credentials.ts');
      return googleBucket({
        bucket: place.bucket,
        credential: applicationDefaultCredential(),
        timeoutMilliseconds,
      });
    }
    case 'azure': {
      const { azureContainer } = await import('#connectors/objects/azure-blob.ts');
      const { ownCredential } = await import('#connectors/azure/credential.ts');
      const { account, container } = place;
      return azureContainer({ account, container, credential: ownCredential(), timeoutMilliseconds });
    }
  }
}

async function inS3(bucket: string, timeoutMilliseconds: number, env: NodeJS.ProcessEnv): Promise<Bucket> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  const { clientOptions } = await import('#connectors/aws/services.ts');
  const { s3Bucket } = await import('#connectors/objects/s3.ts');
  const { regionOfBucket } = await import('#connectors/objects/s3-region.ts');
  const isElsewhere = (env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL']) !== undefined;
  const clientIn = (region: string) =>
    new S3Client({
      ...clientOptions({ timeoutMilliseconds }, region),
      followRegionRedirects: true,
      // Loopback and emulators have no names of hosts per bucket.
      forcePathStyle: isElsewhere,
    });
  const own = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? REGION_WITHOUT_CONFIG;
  const client = clientIn(own);
  const region = await regionOfBucket(client, bucket);
  const reaching = region === undefined || region === own ? client : clientIn(region);
  return s3Bucket({ client: reaching, bucket, timeoutMilliseconds });
}
