import * as z from 'zod';
import { armEnum } from './spelling.ts';

/** Private endpoint connections as they are embedded in accounts and workspaces; some types document no statuses. */
export function privateEndpointConnections(statuses?: readonly [string, ...string[]]) {
  const status: z.ZodType = statuses ? armEnum(statuses) : z.string();
  return z.array(
    z.looseObject({
      properties: z
        .looseObject({
          privateLinkServiceConnectionState: z.looseObject({ status: status.optional() }).optional(),
        })
        .optional(),
    }),
  );
}
