import { mlSchedule } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';
import { hasFloatingEnvironment, SCHEDULED_JOB } from './job-definitions.ts';

const making = (jobDefinition: JsonObject) => ({
  properties: { action: { actionType: 'CreateJob', jobDefinition } },
});

export default check(mlSchedule, {
  title: 'Scheduled Machine Learning jobs pin the version of their environment',
  severity: 'low',
  applies: field('properties.action.actionType').is('CreateJob'),
  fails: hasFloatingEnvironment(SCHEDULED_JOB),
  why: 'Each run is in whatever the label leads to by then, and nobody is there to see that it is something else.',
  fix: {
    console: 'Create the schedule anew with a version number in place of “latest”.',
    cli: 'az ml schedule create --file schedule.yml   # with environment: azureml:<name>:<version> in the job that it makes',
    bicep:
      "properties: { action: { jobDefinition: { environmentId: 'azureml://registries/azureml/environments/<name>/versions/<version>' } } }",
  },
  source: 'JobScheduleAction.jobDefinition of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0109'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [making({ environmentId: '/subscriptions/…/environments/e/versions/1' }), making({})],
    fail: [
      making({ environmentId: 'azureml://registries/azureml/environments/e/labels/latest' }),
      making({ trial: { environmentId: 'azureml:e@latest' } }),
    ],
    unknown: [{}, making({ environmentId: 7 })],
    notApplicable: [{ properties: { action: { actionType: 'CreateMonitor' } } }],
  },
});
