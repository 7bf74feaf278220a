import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use give images to nobody unknown',
  severity: 'high',
  fails: field('properties.anonymousPullEnabled')
    .absentIs(
      false,
      'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access: by default content is for authenticated users',
    )
    .isNot(false),
  why: 'Everybody pulls the images, with the model weights, prompts and keys that were baked into them.',
  fix: {
    console: 'It is set by the command line alone: see the command.',
    cli: 'az acr update --name … --anonymous-pull-enabled false',
    bicep: 'properties: { anonymousPullEnabled: false }',
    terraform: 'anonymous_pull_enabled = false',
  },
  source: 'RegistryProperties.anonymousPullEnabled of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0048.004'] },
  examples: {
    pass: [{ properties: { anonymousPullEnabled: false } }, { properties: {} }],
    fail: [{ properties: { anonymousPullEnabled: true } }],
    unknown: [{}, { properties: { anonymousPullEnabled: 'perhaps' } }],
  },
});
