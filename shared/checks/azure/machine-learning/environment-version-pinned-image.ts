import { environmentVersion } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { all, field, not } from '#shared/model/predicate.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const made = (rest: JsonObject) => ({ properties: { environmentType: 'UserCreated', ...rest } });

export default check(environmentVersion, {
  title: 'Environments in use are built on images that are pinned by digest',
  severity: 'low',
  // Curated ones are built by Microsoft; one with a build context has no image of its own.
  applies: all(field('properties.environmentType').is('UserCreated'), field('properties.image').isPresent()),
  fails: not(field('properties.image').matches(/@sha256:[0-9a-f]{64}$/)),
  why: 'A tag can be moved: the next build of the environment stands on whatever somebody has pushed by then.',
  fix: {
    console: 'Environments › the environment: create a version whose image is named by its digest.',
    cli: 'az ml environment create --name … --image registry.example.com/base@sha256:… --conda-file …',
    bicep: "properties: { image: 'registry.example.com/base@sha256:…' }",
  },
  source: 'EnvironmentVersion.image and environmentType of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010.004', 'AML.T0109'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [made({ image: `registry.example.com/base@${DIGEST}` })],
    fail: [
      made({ image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest' }),
      made({ image: 'registry.example.com/base' }),
    ],
    unknown: [{ properties: { image: 'registry.example.com/base' } }, made({ image: 7 })],
    notApplicable: [
      made({ build: { contextUri: 'https://…' } }),
      { properties: { environmentType: 'Curated', image: 'mcr.microsoft.com/azureml/curated/tensorflow:1' } },
    ],
  },
});
