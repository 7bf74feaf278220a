import { BedrockClient } from '@aws-sdk/client-bedrock';
import { S3Client } from '@aws-sdk/client-s3';
import { type AwsAccess, accessOptions } from '#connectors/aws/services.ts';

/** The clients of one account and region that remediations write with, each made when it is first asked for. */
export function awsClients(access: AwsAccess, region: string) {
  const options = accessOptions(access, region);
  const made: { destroy(): void }[] = [];
  const once = <Client extends { destroy(): void }>(make: () => Client): (() => Client) => {
    let client: Client | undefined;
    return () => {
      if (!client) {
        client = make();
        made.push(client);
      }
      return client;
    };
  };
  return {
    bedrock: once(() => new BedrockClient(options)),
    s3: once(() => new S3Client({ ...options, forcePathStyle: access.endpoint !== undefined })),
    /** Lets go of the connections. */
    close: () => {
      for (const client of made) client.destroy();
    },
  };
}

export type AwsClients = ReturnType<typeof awsClients>;
