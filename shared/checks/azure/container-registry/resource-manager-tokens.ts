import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use accept tokens that were made for them',
  severity: 'low',
  fails: field('properties.policies.azureADAuthenticationAsArmPolicy.status')
    .absentIs(
      'enabled',
      'https://learn.microsoft.com/azure/container-registry/container-registry-disable-authentication-as-arm: enabled by default',
    )
    .isNot('disabled'),
  why: 'A token for Azure Resource Manager, which any script of an administrator holds, opens the registry too.',
  fix: {
    console:
      'Policies › Azure Resource Manager audience tokens: disable them once clients ask for the registry’s own.',
    cli: 'az acr config authentication-as-arm update --registry … --status disabled',
    bicep: "properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } }",
  },
  source: 'AzureADAuthenticationAsArmPolicy.status of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0091.000'] },
  examples: {
    pass: [{ properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } } }],
    fail: [
      { properties: {} },
      { properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'enabled' } } } },
    ],
    unknown: [{ properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'UnheardOf' } } } }],
  },
});
