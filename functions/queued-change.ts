import * as z from 'zod';
import type { RescanRequest } from '#shared/pipeline/rescan-request.ts';
import { CloudTrailReport, rescansAfter } from './cloudtrail.ts';
import { RequestedRescan } from './requested-rescan.ts';

/** What stands in the queue of changes. */
export const QueuedChange = z.discriminatedUnion('detail-type', [CloudTrailReport, RequestedRescan]);
export type QueuedChange = z.infer<typeof QueuedChange>;

export const rescansFor = (change: QueuedChange): RescanRequest[] =>
  change['detail-type'] === 'Rescan Requested' ? [change.detail] : rescansAfter(change);
