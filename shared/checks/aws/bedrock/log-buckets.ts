import { any, field } from '#shared/model/predicate.ts';

/** Logs go to a bucket: all of them, or of a log group’s those that are too large for it. */
export const logsToBucket = any(
  field('loggingConfig.s3Config').isPresent(),
  field('loggingConfig.cloudWatchConfig.largeDataDeliveryS3Config').isPresent(),
);
