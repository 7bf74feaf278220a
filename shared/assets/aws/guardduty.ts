import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const status = z.enum(['DISABLED', 'ENABLED']);

/** The detector of a region: that there may be none is what is judged. */
export const detectors = assetType('aws.guardduty.detectors', {
  title: 'GuardDuty in a region',
  placement: 'region',
  nativeType: 'AWS::GuardDuty::Detector',
  shape: {
    package: '@aws-sdk/client-guardduty',
    type: 'ListDetectorsResponse',
    parts: { detectors: 'GetDetectorResponse[]' },
  },
  config: z.looseObject({
    detectors: z
      .array(
        z.looseObject({
          Status: status.optional(),
          Features: z
            .array(
              z.looseObject({
                Name: z
                  .enum([
                    'AI_ANALYST',
                    'AI_PROTECTION',
                    'CLOUD_TRAIL',
                    'DNS_LOGS',
                    'EBS_MALWARE_PROTECTION',
                    'EKS_AUDIT_LOGS',
                    'EKS_RUNTIME_MONITORING',
                    'FLOW_LOGS',
                    'LAMBDA_NETWORK_LOGS',
                    'RDS_LOGIN_EVENTS',
                    'RUNTIME_MONITORING',
                    'S3_DATA_EVENTS',
                  ])
                  .optional(),
                Status: status.optional(),
              }),
            )
            .optional(),
        }),
      )
      .optional(),
  }),
});
