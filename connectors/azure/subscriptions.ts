import type { JsonObject } from '#shared/model/json.ts';
import type { RestOperation } from '../operation.ts';
import { armList } from './operation.ts';

/** Which subscriptions are scanned. */
export type SubscriptionSource =
  | { readonly kind: 'listed'; readonly subscriptions: readonly string[] }
  /** Every subscription below a management group, at any depth. */
  | { readonly kind: 'management-group'; readonly managementGroup: string }
  /** Every subscription that the identity can see. */
  | { readonly kind: 'visible' };

/** https://learn.microsoft.com/rest/api/resources/subscriptions/list */
const listSubscriptions = armList(
  'Microsoft.Resources/subscriptions/list',
  'Microsoft.Resources/subscriptions/read',
  '/subscriptions',
  '2022-12-01',
);

/** https://learn.microsoft.com/rest/api/managementgroups/management-groups/get-descendants */
const listDescendants = armList(
  'Microsoft.Management/managementGroups/descendants/list',
  'Microsoft.Management/managementGroups/descendants/read',
  '/providers/Microsoft.Management/managementGroups/{managementGroup}/descendants',
  '2020-05-01',
);

/** How the subscriptions to scan are found. */
export const subscriptionOperations = { list: listSubscriptions, descendants: listDescendants };

export interface SubscriptionListing {
  readonly operation: RestOperation;
  readonly parameters: Readonly<Record<string, string>>;
  /** The subscription id of an element of the list, unless it is none or one that cannot be read. */
  readonly subscriptionOf: (element: JsonObject) => string | undefined;
}

/** How the subscriptions of a source are listed; nothing where the config names them. */
export function subscriptionListing(source: SubscriptionSource): SubscriptionListing | undefined {
  switch (source.kind) {
    case 'listed':
      return undefined;
    case 'management-group':
      return {
        operation: listDescendants,
        parameters: { managementGroup: source.managementGroup },
        // Descendants are management groups and subscriptions; only `type` tells which.
        subscriptionOf: ({ type, name }) =>
          typeof type === 'string' && /\/subscriptions$/i.test(type) ? textOf(name) : undefined,
      };
    case 'visible':
      return {
        operation: listSubscriptions,
        parameters: {},
        // A disabled one can still be read, and what runs in it may still be wrong; a deleted one cannot.
        subscriptionOf: ({ subscriptionId, state }) =>
          state === 'Deleted' ? undefined : textOf(subscriptionId),
      };
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
