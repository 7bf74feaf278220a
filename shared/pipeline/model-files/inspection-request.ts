import * as z from 'zod';
import { Scope } from '#shared/model/scope.ts';

const Place = z.discriminatedUnion('cloud', [
  z.strictObject({ cloud: z.enum(['aws', 'gcp']), bucket: z.string().min(1).max(255) }),
  z.strictObject({
    cloud: z.literal('azure'),
    account: z.string().min(1).max(64),
    container: z.string().min(1).max(64),
  }),
]);

/** One object of which the newest version is to be inspected. */
export const InspectionRequest = z.strictObject({
  /** Names the occasion, so that a replay is recognised. */
  scanId: z.string().min(1),
  /** Where the file is on record: the scope of what loads it, or of its bucket. */
  scope: Scope,
  place: Place,
  object: z.string().min(1).max(1024),
});
export type InspectionRequest = z.infer<typeof InspectionRequest>;
