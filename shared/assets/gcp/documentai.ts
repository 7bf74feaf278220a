import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

export const documentProcessor = assetType('gcp.documentai.processor', {
  title: 'Document AI processor',
  placement: 'global',
  nativeType: 'documentai.googleapis.com/Processor',
  shape: { package: '@google-cloud/documentai', type: 'google.cloud.documentai.v1.Processor' },
  config: z.looseObject({ type: z.string().optional(), kmsKeyName: z.string().optional() }),
});
