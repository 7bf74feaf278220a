import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const PACKAGE = 'googleapis/googleapis: google/logging/v2/logging_config.proto';

export const logBucket = assetType('gcp.logging.bucket', {
  title: 'Cloud Logging bucket',
  placement: 'global',
  nativeType: 'logging.googleapis.com/LogBucket',
  shape: { package: PACKAGE, type: 'google.logging.v2.LogBucket' },
  config: z.looseObject({
    name: z.string(),
    retentionDays: z.number().optional(),
    locked: z.boolean().optional(),
  }),
});

/** Where the logs of a project go beside the buckets that it always has. */
export const logSinks = assetType('gcp.logging.sinks', {
  title: 'Log sinks of a Google Cloud project',
  placement: 'global',
  nativeType: 'logging.googleapis.com/LogSink',
  shape: { package: PACKAGE, type: 'google.logging.v2.ListSinksResponse' },
  config: z.looseObject({
    sinks: z.array(
      z.looseObject({
        name: z.string(),
        destination: z.string().optional(),
        disabled: z.boolean().optional(),
      }),
    ),
  }),
});
