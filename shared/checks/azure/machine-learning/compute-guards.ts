import type { CheckDeclaration } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, any, field, none, type Predicate, some } from '#shared/model/predicate.ts';

/** In force: neither switched off by its mode nor by the only other effect that these definitions know. */
const isInForce: Predicate = all(
  field('properties.enforcementMode')
    .absentIs(
      'Default',
      'PolicyAssignment.enforcementMode of @azure/arm-policy; https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure: it defaults to Default',
    )
    .is('Default'),
  field('properties.parameters.effect.value')
    .absentIs('enforceSetting', 'the built-in definitions: defaultValue of effect')
    .isNot('disabled'),
);

/**
 * No assignment of a definition by Microsoft, by itself or in an initiative, is in force in the subscription. One for a
 * resource group counts: which workspaces should be left out, nobody but their owners can know.
 */
export function lacksGuard(definition: string): Predicate {
  const isIt = (path: string): Predicate => field(path).matches(new RegExp(`/${definition}$`, 'i'));
  return none(
    'policyAssignments',
    all(
      isInForce,
      any(
        isIt('properties.policyDefinitionId'),
        some('policySetDefinition.properties.policyDefinitions', isIt('policyDefinitionId'), {
          absentIsEmpty:
            'the connector reads the definitions of initiatives, and a definition alone has none',
        }),
      ),
    ),
  );
}

export function guardExamples(definition: string): CheckDeclaration['examples'] {
  const policyDefinitionId = `/providers/Microsoft.Authorization/policyDefinitions/${definition}`;
  const initiative = '/subscriptions/…/policySetDefinitions/guards';
  const assigned = (properties: JsonObject, rest: JsonObject = {}) => ({
    policyAssignments: [{ properties: { enforcementMode: 'Default', ...properties }, ...rest }],
  });
  const inInitiative = (definitions: JsonObject[]) =>
    assigned(
      { policyDefinitionId: initiative },
      { policySetDefinition: { properties: { policyDefinitions: definitions } } },
    );
  return {
    pass: [assigned({ policyDefinitionId }), inInitiative([{ policyDefinitionId }])],
    fail: [
      { policyAssignments: [] },
      assigned({ policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/another' }),
      assigned({ policyDefinitionId, enforcementMode: 'DoNotEnforce' }),
      assigned({ policyDefinitionId, parameters: { effect: { value: 'disabled' } } }),
      inInitiative([]),
    ],
    unknown: [
      {},
      assigned(
        { policyDefinitionId: initiative },
        {
          policySetDefinition: {
            $unread: { operation: 'Microsoft.Authorization/policySetDefinitions/get', outcome: 'denied' },
          },
        },
      ),
      assigned({ policyDefinitionId, enforcementMode: 'UnheardOf' }),
    ],
  };
}

/** How any of them is assigned. */
export const guardFix = (definition: string, parameters: string): CheckDeclaration['fix'] => ({
  console:
    'Policy › Assignments › Assign policy: choose the built-in definition, and the workspaces as its scope.',
  cli: `az policy assignment create --policy ${definition} --scope <workspace id> --params '{${parameters}}'`,
  bicep: `resource guard 'Microsoft.Authorization/policyAssignments@2025-03-01' = { properties: { policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', '${definition}') } }`,
});

export const GUARD_SOURCE =
  'PolicyAssignment.policyDefinitionId, enforcementMode and parameters of @azure/arm-policy; the built-in definition';
