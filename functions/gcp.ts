import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import { federatedCredential } from '#connectors/gcp/credentials.ts';
import type { FleetConfig } from '#shared/config/schema.ts';

/** Google Cloud by the role that the function has, exchanged at Google's security token service. */
export function gcpOf(
  { audience, serviceAccount, projects, organization, folder, regions }: NonNullable<FleetConfig['gcp']>,
  awsRegion: string,
): Cloud {
  return gcpCloud({
    projects,
    organization,
    folder,
    regions,
    credential: federatedCredential({
      audience,
      awsRegion,
      awsCredentials: fromNodeProviderChain(),
      ...(serviceAccount && { serviceAccount }),
    }),
  });
}
