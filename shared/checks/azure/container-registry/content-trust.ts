import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use take signed tags',
  severity: 'informational',
  // Microsoft retires content trust in favour of signatures beside the image, which Resource Manager does not show.
  byDefault: 'off',
  applies: field('sku.name').is('Premium'),
  fails: field('properties.policies.trustPolicy.status').isNot('enabled'),
  why: 'Without signatures nobody can tell the image that your pipeline built from one that somebody pushed over it.',
  fix: {
    console:
      'Policies › Content trust: enable it, or sign images with Notation and verify them where they are run.',
    cli: 'az acr config content-trust update --registry … --status enabled',
    bicep: "properties: { policies: { trustPolicy: { type: 'Notary', status: 'enabled' } } }",
    terraform: 'trust_policy_enabled = true',
  },
  source: 'TrustPolicy.status of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'] },
  examples: {
    pass: [{ sku: { name: 'Premium' }, properties: { policies: { trustPolicy: { status: 'enabled' } } } }],
    fail: [{ sku: { name: 'Premium' }, properties: { policies: { trustPolicy: { status: 'disabled' } } } }],
    unknown: [{ sku: { name: 'Premium' }, properties: {} }],
    notApplicable: [{ sku: { name: 'Standard' }, properties: {} }],
  },
});
