import * as z from 'zod';
import { armEnum } from './spelling.ts';

/** Private endpoint connections as they are embedded in accounts and workspaces. */
export function privateEndpointConnections(statuses: readonly [string, ...string[]]) {
  return z.array(
    z.looseObject({
      properties: z
        .looseObject({
          privateLinkServiceConnectionState: z
            .looseObject({ status: armEnum(statuses).optional() })
            .optional(),
        })
        .optional(),
    }),
  );
}
