import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

export const logGroup = assetType('aws.logs.log-group', {
  title: 'CloudWatch log group',
  placement: 'region',
  nativeType: 'AWS::Logs::LogGroup',
  shape: { package: '@aws-sdk/client-cloudwatch-logs', type: 'LogGroup' },
  config: z.looseObject({
    logGroupName: z.string(),
    kmsKeyId: z.string().optional(),
    retentionInDays: z.number().optional(),
    logGroupClass: z.enum(['DELIVERY', 'ESSENTIALS', 'INFREQUENT_ACCESS', 'STANDARD']).optional(),
    dataProtectionStatus: z.enum(['ACTIVATED', 'ARCHIVED', 'DELETED', 'DISABLED']).optional(),
    /** What the account sets for all of its log groups. */
    inheritedProperties: z.array(z.enum(['ACCOUNT_DATA_PROTECTION'])).optional(),
  }),
});
