import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

/** A key with which an API is called without an identity. What it says of itself; the key itself is never read. */
export const apiKey = assetType('gcp.apikeys.key', {
  title: 'Google Cloud API key',
  placement: 'global',
  nativeType: 'apikeys.googleapis.com/Key',
  shape: { package: '@google-cloud/apikeys', type: 'google.api.apikeys.v2.Key' },
  config: z.looseObject({
    restrictions: z
      .looseObject({
        apiTargets: z.array(z.looseObject({ service: z.string().optional() })).optional(),
        browserKeyRestrictions: z.looseObject({}).optional(),
        serverKeyRestrictions: z.looseObject({}).optional(),
        androidKeyRestrictions: z.looseObject({}).optional(),
        iosKeyRestrictions: z.looseObject({}).optional(),
      })
      .optional(),
  }),
});
