import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';

const diskEncryption = z.enum(['DISK_ENCRYPTION_UNSPECIFIED', 'GMEK', 'CMEK']).optional();

export const workbenchInstance = assetType('gcp.workbench.instance', {
  title: 'Vertex AI Workbench instance',
  // Instances live in zones, and one list gives those of all: once a project is the fewest calls.
  placement: 'global',
  nativeType: 'notebooks.googleapis.com/Instance',
  shape: {
    package: 'googleapis/googleapis: google/cloud/notebooks/v2/{instance,gce_setup}.proto',
    type: 'google.cloud.notebooks.v2.Instance',
  },
  tags: resourceLabels,
  config: z.looseObject({
    disableProxyAccess: z.boolean().optional(),
    // The only kind of infrastructure there is: without it, nothing can be said of the machine.
    gceSetup: z.looseObject({
      disablePublicIp: z.boolean().optional(),
      enableIpForwarding: z.boolean().optional(),
      serviceAccounts: z.array(z.looseObject({ email: z.string().optional() })).optional(),
      metadata: z.record(z.string(), z.string()).optional(),
      shieldedInstanceConfig: z
        .looseObject({
          enableSecureBoot: z.boolean().optional(),
          enableVtpm: z.boolean().optional(),
          enableIntegrityMonitoring: z.boolean().optional(),
        })
        .optional(),
      bootDisk: z.looseObject({ diskEncryption }).optional(),
      dataDisks: z.array(z.looseObject({ diskEncryption })).optional(),
    }),
  }),
});
