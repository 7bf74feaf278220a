import type { JsonObject } from '#shared/model/json.ts';
import { valueAt } from '../reply.ts';

/** A workspace without a managed network has no rules; Azure Policy 6ddb1705 takes an absent mode for none. */
export function hasManagedNetwork({ properties }: JsonObject): boolean {
  const mode = valueAt(properties, 'managedNetwork', 'isolationMode');
  return typeof mode === 'string' && mode.toLowerCase() !== 'disabled';
}
