import * as z from 'zod';
import { Scope } from '#shared/model/scope.ts';

/** One asset to be read again. */
export const RescanRequest = z.strictObject({
  /** Names the occasion, so that a replay is recognised: the change event's id. */
  scanId: z.string().min(1),
  scope: Scope,
  assetType: z.string().min(1),
  /** As whoever tells of the change writes it, which need not be how the inventory does. */
  assetId: z.string().min(1).max(4096),
});
export type RescanRequest = z.infer<typeof RescanRequest>;
