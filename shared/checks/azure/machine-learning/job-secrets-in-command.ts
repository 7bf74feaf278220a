import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { hasSecretInCommand, JOB } from './job-definitions.ts';

const secret = { $redacted: 'named-like-a-secret' };
const harmless = { $redacted: 'text' };

export default check(mlJob, {
  title: 'What Machine Learning jobs are started with holds no secrets',
  severity: 'high',
  fails: hasSecretInCommand(JOB),
  why: 'Everybody with Reader on the workspace can read how every job was started, and the logs of the job repeat it.',
  fix: {
    console:
      'Rotate the secret, keep it in Key Vault, and let the script fetch it with the identity of the job.',
    cli: 'az ml job create --file job.yml   # without the secret in command, inputs and docker_args',
    bicep: "properties: { command: 'python train.py --vault https://….vault.azure.net' }",
  },
  source:
    'CommandJob.command and inputs, SweepJob.trial and JobResourceConfiguration.dockerArgs of @azure/arm-machinelearning; values are dropped when they are read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      {
        properties: {
          command: harmless,
          inputs: { data: { uri: 'azureml://…' }, rate: { value: harmless } },
        },
      },
      { properties: { command: harmless, resources: { dockerArgs: '--shm-size 8g -e MODE=(not kept)' } } },
    ],
    fail: [
      { properties: { command: secret } },
      { properties: { args: secret } },
      { properties: { trial: { command: secret } } },
      { properties: { inputs: { key: { value: secret } } } },
      { properties: { resources: { dockerArgs: '-e API_KEY=(not kept: named-like-a-secret)' } } },
      {
        properties: { trial: { resources: { dockerArgsList: ['-e', 'HF=(not kept: hugging-face-token)'] } } },
      },
    ],
    unknown: [{ properties: { command: 'not redacted' } }],
  },
});
