import type { CoverageRecorder } from '../coverage.ts';
import type { Operation, RestOperation } from '../operation.ts';
import type { RestReader } from '../rest.ts';
import type { AssetInventory } from './asset-inventory.ts';
import type { GcpServices } from './connector.ts';

/** A `:getIamPolicy` of one resource, whose policy Cloud Asset Inventory may have as well. */
export interface PolicyOperation extends RestOperation {
  /** The resource's name in the inventory: `aiplatform.googleapis.com/Endpoint`. */
  readonly policyOfType: string;
}

export const isOfPolicy = (operation: Operation): operation is PolicyOperation => 'policyOfType' in operation;

export interface PolicyOptions {
  readonly google: RestReader;
  readonly inventory: AssetInventory;
  readonly recorder: CoverageRecorder;
}

/**
 * The IAM policy of a resource: out of the inventory, which tells of all that have one at once, or else asked of the
 * resource. The inventory is silent both on a resource without a policy and on a type that it does not follow, so
 * that its silence says nothing.
 */
export function resourcePolicy({ google, inventory, recorder }: PolicyOptions): GcpServices['policyOf'] {
  return async (fullName, operation, parameters) => {
    const known = await inventory.policyOf(operation.policyOfType, fullName, recorder);
    if (!known) return google.part(operation, parameters);
    recorder.declareComplete(operation);
    return known;
  };
}
