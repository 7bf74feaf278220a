import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use hold images back until they are scanned',
  severity: 'informational',
  byDefault: 'off',
  applies: field('sku.name').is('Premium'),
  fails: field('properties.policies.quarantinePolicy.status').isNot('enabled'),
  why: 'An image can be run the moment it is pushed, before any scanner has seen what is in it.',
  fix: {
    console:
      'It is set by the management API alone, and your scanner must release what it has seen: see the command.',
    cli: 'az resource update --ids <registry id> --api-version 2025-11-01 --set properties.policies.quarantinePolicy.status=enabled',
    bicep: "properties: { policies: { quarantinePolicy: { status: 'enabled' } } }",
    terraform: 'quarantine_policy_enabled = true',
  },
  source: 'QuarantinePolicy.status of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
  examples: {
    pass: [
      { sku: { name: 'Premium' }, properties: { policies: { quarantinePolicy: { status: 'enabled' } } } },
    ],
    fail: [
      { sku: { name: 'Premium' }, properties: { policies: { quarantinePolicy: { status: 'disabled' } } } },
    ],
    unknown: [{ sku: { name: 'Premium' }, properties: {} }],
    notApplicable: [{ sku: { name: 'Basic' }, properties: {} }],
  },
});
