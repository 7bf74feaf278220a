import { mlSchedule } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { any, field } from '#shared/model/predicate.ts';
import { hasSecretInCommand, hasSecretInEnvironment, SCHEDULED_JOB } from './job-definitions.ts';

const making = (jobDefinition: JsonObject) => ({
  properties: { action: { actionType: 'CreateJob', jobDefinition } },
});
const secret = { $redacted: 'hugging-face-token' };
const harmless = { $redacted: 'text' };

export default check(mlSchedule, {
  title: 'Schedules of Machine Learning jobs hold no secrets',
  severity: 'high',
  applies: field('properties.action.actionType').is('CreateJob'),
  fails: any(hasSecretInEnvironment(SCHEDULED_JOB), hasSecretInCommand(SCHEDULED_JOB)),
  why: 'Everybody with Reader on the workspace can read the definition, and each job that it makes repeats the secret.',
  fix: {
    console:
      'Rotate the secret, keep it in Key Vault, and let the script fetch it with the identity of the job.',
    cli: 'az ml schedule create --file schedule.yml   # without the secret in the job that it makes',
    bicep: "properties: { action: { actionType: 'CreateJob', jobDefinition: { environmentVariables: {} } } }",
  },
  source:
    'JobScheduleAction.jobDefinition of @azure/arm-machinelearning; values are dropped when they are read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [making({ command: harmless, environmentVariables: { MODE: harmless } })],
    fail: [
      making({ environmentVariables: { HF_TOKEN: secret } }),
      making({ jobs: { train: { environment_variables: { HF_TOKEN: secret } } } }),
      making({ command: secret }),
    ],
    unknown: [{}, making({ environmentVariables: { MODE: 'not redacted' } })],
    notApplicable: [{ properties: { action: { actionType: 'CreateMonitor' } } }],
  },
});
