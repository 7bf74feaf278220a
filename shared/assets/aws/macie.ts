import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

export const macieSession = assetType('aws.macie.session', {
  title: 'Macie in a region',
  placement: 'region',
  nativeType: 'AWS::Macie::Session',
  shape: { package: '@aws-sdk/client-macie2', type: 'GetMacieSessionResponse' },
  config: z.looseObject({ status: z.enum(['ENABLED', 'PAUSED']).optional() }),
});
