import { environmentVersion } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';

const $governance = { approvedImages: ['registry.example.com/*', 'mcr.microsoft.com/azureml/*'] };

const on = (image: string | number) => ({ properties: { environmentType: 'UserCreated', image } });

export default check(environmentVersion, {
  title: 'Environments in use are built on approved images',
  severity: 'medium',
  applies: field('properties.image').isPresent(),
  fails: not(field('properties.image').fitsOneOf(parameter('approvedImages'))),
  why: 'What nobody has approved nobody has looked at: the image runs with your data and as whoever the job runs as.',
  fix: {
    console:
      'Environments › the environment: create a version on an approved image, or have this one reviewed.',
    cli: 'az ml environment create --name … --image registry.example.com/base@sha256:… --conda-file …',
    bicep: "properties: { image: 'registry.example.com/base@sha256:…' }",
  },
  source: 'EnvironmentVersion.image of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [{ $config: on('registry.example.com/base:1'), $governance }],
    fail: [{ $config: on('docker.io/somebody/training:latest'), $governance }],
    unknown: [{ $config: on(7), $governance }],
    notApplicable: [
      on('docker.io/somebody/training:latest'),
      { $config: { properties: { build: { contextUri: 'https://…' } } }, $governance },
    ],
  },
});
