import * as z from 'zod';
import { Scope } from '#shared/model/scope.ts';
import { InspectionRequest } from '#shared/pipeline/model-files/inspection-request.ts';

/**
 * What S3 tells EventBridge of an object; keys are as they are, and not escaped.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export const ObjectEvent = z.object({
  id: z.string().min(1),
  'detail-type': z.enum(['Object Created', 'Object Deleted', 'Object Restore Completed']),
  account: z.string(),
  region: z.string(),
  detail: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({ key: z.string().min(1) }),
  }),
});

/** A scan is over: what it found may load other files than before. */
export const ScanOver = z.object({
  id: z.string().min(1),
  'detail-type': z.enum(['Scan Completed', 'Scan Incomplete']),
  detail: z.object({ scanId: z.string().min(1) }),
});

/** One file, as the plan of inspections hands it on. */
export const RequestedInspection = z.strictObject({
  'detail-type': z.literal('Inspection Requested'),
  detail: InspectionRequest,
});
export type RequestedInspection = z.infer<typeof RequestedInspection>;

/** What stands in the queue of inspections. */
export const QueuedInspection = z.discriminatedUnion('detail-type', [
  ObjectEvent,
  ScanOver,
  RequestedInspection,
]);

export const requestedInspection = (detail: InspectionRequest): RequestedInspection => ({
  'detail-type': 'Inspection Requested',
  detail,
});

/** What an event of S3 asks for: the newest version of the object, which may be a newer one than it tells of. */
export function inspectionAfter({
  id,
  account,
  region,
  detail,
}: z.infer<typeof ObjectEvent>): InspectionRequest {
  const scope = Scope.parse({ provider: 'aws', account, region });
  const place = { cloud: 'aws', bucket: detail.bucket.name } as const;
  return { scanId: `object-${id}`, scope, place, object: detail.object.key };
}
