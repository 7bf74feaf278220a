import { mlSchedule } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { identityType, SCHEDULED_JOB } from './job-definitions.ts';

const as = (type: string) => ({
  properties: { action: { actionType: 'CreateJob', jobDefinition: { identity: { identityType: type } } } },
});

export default check(mlSchedule, {
  title: 'Scheduled Machine Learning jobs do not act as a person',
  severity: 'medium',
  applies: field('properties.action.actionType').is('CreateJob'),
  fails: identityType(SCHEDULED_JOB).is('UserIdentity'),
  why: 'The job runs with all that its author may while nobody looks, and goes on to when the author has other duties.',
  fix: {
    console:
      'Give the compute a managed identity that may read the data of the job and no more, and schedule it with that.',
    cli: 'az ml schedule create --file schedule.yml   # with identity: { type: managed } in the job that it makes',
    bicep: "properties: { action: { jobDefinition: { identity: { identityType: 'Managed' } } } }",
  },
  source: 'JobScheduleAction.jobDefinition and IdentityConfiguration of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011.001'] },
  examples: {
    pass: [as('Managed'), { properties: { action: { actionType: 'CreateJob', jobDefinition: {} } } }],
    fail: [as('UserIdentity')],
    unknown: [{}, as('UnheardOf')],
    notApplicable: [{ properties: { action: { actionType: 'InvokeBatchEndpoint' } } }],
  },
});
