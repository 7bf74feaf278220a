import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { identityType, JOB } from './job-definitions.ts';

const as = (type: string) => ({ properties: { identity: { identityType: type } } });

export default check(mlJob, {
  title: 'Machine Learning jobs do not act as the person who submitted them',
  severity: 'low',
  fails: identityType(JOB).is('UserIdentity'),
  why: 'Each package that the job loads may do whatever that person may, in every subscription and not only in the workspace.',
  fix: {
    console:
      'Give the compute a managed identity that may read the data of the job and no more, and submit it with that.',
    cli: 'az ml job create --file job.yml   # with identity: { type: managed }',
    bicep: "properties: { identity: { identityType: 'Managed', resourceId: identity.id } }",
  },
  source: 'IdentityConfiguration.identityType of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011.001'] },
  examples: {
    pass: [as('AMLToken'), as('Managed'), { properties: {} }],
    fail: [as('UserIdentity')],
    unknown: [as('UnheardOf')],
  },
});
