import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(containerRegistry, {
  title: 'Only who is meant to can take the admin password of a registry',
  gains: 'a password that pushes and pulls every image',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.ContainerRegistry/registries/listCredentials/action'),
      permission('Microsoft.ContainerRegistry/registries/regenerateCredential/action'),
    ),
  ],
  applies: field('properties.adminUserEnabled')
    .absentIs(
      false,
      'https://learn.microsoft.com/azure/container-registry/container-registry-authentication: disabled by default',
    )
    .is(true),
  holds: 'control',
  severity: 'high',
  basis: 'vendor',
  reference: ['AZ-16'],
  why: 'Whoever has the password overwrites the images that jobs and endpoints pull next, in nobody’s name.',
  fix: {
    console: 'Settings › Access keys: switch “Admin user” off.',
    cli: 'az acr update --name … --admin-enabled false',
    bicep: 'properties: { adminUserEnabled: false }',
  },
  source:
    'https://learn.microsoft.com/azure/container-registry/container-registry-authentication; role definition of Azure AI Administrator',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0010'] },
});
