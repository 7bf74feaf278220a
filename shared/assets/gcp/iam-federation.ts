import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const REFERENCE =
  'cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools, .providers';

const State = z.enum(['STATE_UNSPECIFIED', 'ACTIVE', 'DELETED']);

/** Identities of elsewhere that policies of Google Cloud can name. */
export const workloadIdentityPool = assetType('gcp.iam.workload-identity-pool', {
  title: 'Workload identity pool',
  placement: 'global',
  nativeType: 'iam.googleapis.com/WorkloadIdentityPool',
  shape: { package: REFERENCE, type: 'google.iam.v1.rest.WorkloadIdentityPool' },
  config: z.looseObject({
    name: z.string(),
    state: State.optional(),
    disabled: z.boolean().optional(),
  }),
});

/** Whose word is taken for who somebody is. Without `attributeCondition`, all whom it vouches for are let in. */
export const workloadIdentityPoolProvider = assetType('gcp.iam.workload-identity-pool-provider', {
  title: 'Workload identity pool provider',
  placement: 'global',
  nativeType: 'iam.googleapis.com/WorkloadIdentityPoolProvider',
  shape: { package: REFERENCE, type: 'google.iam.v1.rest.WorkloadIdentityPoolProvider' },
  config: z.looseObject({
    name: z.string(),
    state: State.optional(),
    disabled: z.boolean().optional(),
    attributeMapping: z.record(z.string(), z.string()).optional(),
    attributeCondition: z.string().optional(),
    aws: z.looseObject({ accountId: z.string().optional() }).optional(),
    oidc: z
      .looseObject({ issuerUri: z.string().optional(), allowedAudiences: z.array(z.string()).optional() })
      .optional(),
    saml: z.looseObject({ idpMetadataXml: z.string().optional() }).optional(),
    x509: z.looseObject({}).optional(),
  }),
});
