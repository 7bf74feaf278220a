import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const switched = z.looseObject({ Enabled: z.boolean().optional() });

export const domain = assetType('aws.opensearch.domain', {
  title: 'OpenSearch domain',
  placement: 'region',
  nativeType: 'AWS::OpenSearchService::Domain',
  asffType: 'AwsOpenSearchServiceDomain',
  shape: { package: '@aws-sdk/client-opensearch', type: 'DomainStatus', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    DomainName: z.string(),
    /** Decoded by the connector. */
    AccessPolicies: z.looseObject({}).optional(),
    VPCOptions: z.looseObject({ VPCId: z.string().optional() }).optional(),
    EncryptionAtRestOptions: z
      .looseObject({ Enabled: z.boolean().optional(), KmsKeyId: z.string().optional() })
      .optional(),
    NodeToNodeEncryptionOptions: switched.optional(),
    LogPublishingOptions: z.looseObject({}).optional(),
    ServiceSoftwareOptions: z.looseObject({ UpdateAvailable: z.boolean().optional() }).optional(),
    DomainEndpointOptions: z
      .looseObject({
        EnforceHTTPS: z.boolean().optional(),
        TLSSecurityPolicy: z
          .enum([
            'Policy-Min-TLS-1-0-2019-07',
            'Policy-Min-TLS-1-2-2019-07',
            'Policy-Min-TLS-1-2-PFS-2023-10',
            'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08',
          ])
          .optional(),
      })
      .optional(),
    AdvancedSecurityOptions: z
      .looseObject({
        Enabled: z.boolean().optional(),
        InternalUserDatabaseEnabled: z.boolean().optional(),
        AnonymousAuthEnabled: z.boolean().optional(),
      })
      .optional(),
  }),
});
