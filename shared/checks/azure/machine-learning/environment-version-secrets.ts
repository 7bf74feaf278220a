import { environmentVersion } from '#shared/assets/azure/machine-learning-models.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

/** Credentials are not kept when a version is read; what is kept in their place says that there were some. */
const DROPPED = /\(not kept: /;

const OPTIONAL = 'EnvironmentVersion of @azure/arm-machinelearning: condaFile, build and image are optional';

export default check(environmentVersion, {
  title: 'Definitions of environments in use hold no secrets',
  severity: 'high',
  fails: any(
    field('properties.condaFile').absentIs(null, OPTIONAL).matches(DROPPED),
    field('properties.build.contextUri').absentIs(null, OPTIONAL).matches(DROPPED),
    field('properties.image').absentIs(null, OPTIONAL).matches(DROPPED),
  ),
  why: 'Everybody with Reader on the workspace can read the definition, and the secret is baked into each image built of it.',
  fix: {
    console:
      'Rotate the secret, create a version without it, and let the workspace reach the package feed by a connection.',
    cli: 'az ml connection create --file connection.yml   # of type python_feed or git; then az ml environment create …',
    bicep:
      "properties: { condaFile: loadTextContent('conda.yml') }   // without user and password in addresses",
  },
  source: 'EnvironmentVersion.condaFile, build.contextUri and image of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [{ properties: { condaFile: 'dependencies:\n- numpy\n' } }, { properties: {} }],
    fail: [
      {
        properties: {
          condaFile: 'dependencies:\n- pip:\n  - --index-url (not kept: url-with-password)pypi.example.com',
        },
      },
      {
        properties: {
          build: { contextUri: 'https://x.blob.core.windows.net/c(not kept: shared-access-signature)' },
        },
      },
    ],
    unknown: [{}, { properties: { condaFile: 7 } }],
  },
});
