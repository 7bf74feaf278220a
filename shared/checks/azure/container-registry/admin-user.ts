import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use have no admin user',
  severity: 'high',
  fails: field('properties.adminUserEnabled')
    .absentIs(
      false,
      'https://learn.microsoft.com/azure/container-registry/container-registry-authentication: disabled by default',
    )
    .isNot(false),
  why: 'Its password, shared by all who use it, pushes any image under any tag: what serves your model tomorrow is then somebody else’s code.',
  fix: {
    console: 'Settings › Access keys: disable “Admin user”; give identities AcrPull and AcrPush.',
    cli: 'az acr update --name … --admin-enabled false',
    bicep: 'properties: { adminUserEnabled: false }',
    terraform: 'admin_enabled = false',
  },
  source:
    'RegistryProperties.adminUserEnabled of @azure/arm-containerregistry; the official example RegistryGet',
  frameworks: { 'mitre-atlas': ['AML.T0010.004', 'AML.T0055'] },
  examples: {
    pass: [{ properties: { adminUserEnabled: false } }, { properties: {} }],
    fail: [{ properties: { adminUserEnabled: true } }],
    unknown: [{}, { properties: { adminUserEnabled: 'perhaps' } }],
  },
});
