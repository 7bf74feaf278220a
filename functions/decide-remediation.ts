import * as z from 'zod';
import { fleetOf } from './fleet.ts';
import { lambda } from './middleware/lambda.ts';
export const handler = lambda(z.looseObject({}), fleetOf, async (request, _fleet, { log }) => {
  log.info('probe', { request });
  return { batchItemFailures: [] };
});
