import type { JsonObject } from '#shared/model/json.ts';

const BUILT_IN = '/providers/Microsoft.Authorization/policyDefinitions';
const APPROVAL_ENDPOINT = `${BUILT_IN}/3948394e-63de-11ea-bc55-0242ac130003`;
const CODE_SIGNING = `${BUILT_IN}/6a6f7384-63de-11ea-bc55-0242ac130003`;
const LOG_FILTERS = `${BUILT_IN}/1d413020-63de-11ea-bc55-0242ac130003`;

/** One guard of computes assigned by itself, one in an initiative, and one that is assigned and does nothing. */
export function policies(subscription: string): JsonObject[] {
  const scope = `/subscriptions/${subscription}`;
  const initiative = `${scope}/providers/Microsoft.Authorization/policySetDefinitions/ml-guards`;
  const assigned = (name: string, policyDefinitionId: string, rest: JsonObject = {}): JsonObject => ({
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/policyAssignments',
    properties: { policyDefinitionId, scope, notScopes: [], enforcementMode: 'Default', ...rest },
  });
  return [
    assigned('approval', APPROVAL_ENDPOINT, {
      parameters: { approvalEndpoint: { value: 'https://approve.example.com/?sig=abcdefghijkl' } },
    }),
    assigned('guards', initiative),
    assigned('logs', LOG_FILTERS, { parameters: { effect: { value: 'disabled' } } }),
    {
      id: initiative,
      name: 'ml-guards',
      type: 'Microsoft.Authorization/policySetDefinitions',
      properties: {
        policyType: 'Custom',
        parameters: {},
        policyDefinitions: [{ policyDefinitionId: CODE_SIGNING, parameters: { tags: { value: [] } } }],
      },
    },
  ];
}
