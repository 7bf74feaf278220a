import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { OPEN_BY_DEFAULT } from './network.ts';

export default check(containerRegistry, {
  title: 'Container registries that are closed to the internet export nothing',
  severity: 'low',
  // Azure lets exports be disabled only where public access is.
  applies: field('properties.publicNetworkAccess').absentIs('Enabled', OPEN_BY_DEFAULT).is('Disabled'),
  fails: field('properties.policies.exportPolicy.status')
    .absentIs(
      'enabled',
      'https://learn.microsoft.com/azure/container-registry/data-loss-prevention: enabled by default',
    )
    .isNot('disabled'),
  why: 'An image can be imported into another registry past the network that the registry is closed off by.',
  fix: {
    console: 'It is set by the command line alone: see the command.',
    cli: 'az acr update --name … --allow-exports false',
    bicep: "properties: { policies: { exportPolicy: { status: 'disabled' } } }",
    terraform: 'export_policy_enabled = false',
  },
  source: 'ExportPolicy.status of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0048.004'] },
  examples: {
    pass: [
      {
        properties: { publicNetworkAccess: 'Disabled', policies: { exportPolicy: { status: 'disabled' } } },
      },
    ],
    fail: [
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'Disabled', policies: { exportPolicy: { status: 'enabled' } } } },
    ],
    unknown: [
      {
        properties: { publicNetworkAccess: 'Disabled', policies: { exportPolicy: { status: 'UnheardOf' } } },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
