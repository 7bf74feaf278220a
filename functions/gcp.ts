import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { Cloud } from '#connectors/cloud.ts';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import { federatedCredential, type GoogleCredential } from '#connectors/gcp/credentials.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import type { GoogleAccess } from '#shared/remediation/access.ts';
import type { Identities } from '#shared/remediation/cloud-access.ts';

type GcpConfig = NonNullable<FleetConfig['gcp']>;

/** Google Cloud by the role that the function has, exchanged at Google's security token service. */
export const googleCredentialOf = (
  { audience, serviceAccount }: Pick<GcpConfig, 'audience' | 'serviceAccount'>,
  awsRegion: string,
): GoogleCredential =>
  federatedCredential({
    audience,
    awsRegion,
    awsCredentials: fromNodeProviderChain(),
    ...(serviceAccount && { serviceAccount }),
  });

/** Plans read as scans do; acts and undos write as the service account that is there for them alone. */
export const googleIdentities = (gcp: GcpConfig, awsRegion: string): Identities<GoogleAccess> => ({
  reader: { credential: googleCredentialOf(gcp, awsRegion) },
  ...(gcp.remediation && {
    remediator: { credential: googleCredentialOf({ ...gcp, ...gcp.remediation }, awsRegion) },
  }),
});

export const gcpOf = (gcp: GcpConfig, awsRegion: string): Cloud =>
  gcpCloud({
    projects: gcp.projects,
    organization: gcp.organization,
    folder: gcp.folder,
    regions: gcp.regions,
    credential: googleCredentialOf(gcp, awsRegion),
  });
