import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { hasSecretInEnvironment, JOB } from './job-definitions.ts';

const secret = { HF_TOKEN: { $redacted: 'hugging-face-token' } };
const harmless = { MODE: { $redacted: 'text' } };

export default check(mlJob, {
  title: 'Environment variables of Machine Learning jobs hold no secrets',
  severity: 'high',
  fails: hasSecretInEnvironment(JOB),
  why: 'Everybody with Reader on the workspace can read the variables of every job that ever ran, and nobody can take them out again.',
  fix: {
    console:
      'Rotate the secret, keep it in Key Vault, and let the script fetch it with the identity of the job.',
    cli: 'az ml job create --file job.yml   # without the secret among environment_variables',
    bicep: 'properties: { environmentVariables: { KEY_VAULT_URL: vault.properties.vaultUri } }',
  },
  source:
    'CommandJob.environmentVariables and SweepJob.trial of @azure/arm-machinelearning; steps of a pipeline as azure.ai.ml writes them; values are dropped when they are read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      { properties: { environmentVariables: harmless } },
      { properties: { jobs: { train: { environment_variables: harmless } } } },
    ],
    fail: [
      { properties: { environmentVariables: secret } },
      { properties: { trial: { environmentVariables: secret } } },
      { properties: { jobs: { train: { environment_variables: secret } } } },
      { properties: { conf: { 'fs.azure.account.key.x': { $redacted: 'named-like-a-secret' } } } },
    ],
    unknown: [{}, { properties: { environmentVariables: { MODE: 'not redacted' } } }],
  },
});
