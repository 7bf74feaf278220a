import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

/** Which Google APIs a project has switched on. */
export const enabledServices = assetType('gcp.service-usage.enabled-services', {
  title: 'Enabled APIs of a Google Cloud project',
  placement: 'global',
  nativeType: 'serviceusage.googleapis.com/Service',
  shape: { package: '@google-cloud/service-usage', type: 'google.api.serviceusage.v1.ListServicesResponse' },
  config: z.looseObject({
    services: z
      .array(z.looseObject({ config: z.looseObject({ name: z.string().optional() }).optional() }))
      .optional(),
  }),
});
