import * as z from 'zod';
import { RescanRequest } from '#shared/pipeline/rescan-request.ts';

/** What receive-change makes of the reports of other clouds, in the envelope of CloudTrail's in the same queue. */
export const RequestedRescan = z.strictObject({
  'detail-type': z.literal('Rescan Requested'),
  detail: RescanRequest,
});
export type RequestedRescan = z.infer<typeof RequestedRescan>;

export const requestedRescan = (detail: RescanRequest): RequestedRescan => ({
  'detail-type': 'Rescan Requested',
  detail,
});
