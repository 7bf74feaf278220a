import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { identityType, JOB } from './job-definitions.ts';

const as = (type: string) => ({ properties: { identity: { identityType: type } } });

export default check(mlJob, {
  title: 'Machine Learning jobs do not act with the identity of the compute',
  severity: 'informational',
  byDefault: 'off',
  fails: identityType(JOB).is('Managed'),
  why: 'All who may submit a job to the compute may do what its identity may: see to it that this is little.',
  fix: {
    console:
      'Compute › the compute › Identity: look at what its identity may do, and take away what jobs need not.',
    cli: 'az role assignment list --assignee <principal id of the compute> --all',
    bicep: "properties: { identity: { identityType: 'AMLToken' } }",
  },
  source: 'IdentityConfiguration.identityType of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  examples: {
    pass: [as('AMLToken'), as('UserIdentity'), { properties: {} }],
    fail: [as('Managed')],
    unknown: [as('UnheardOf')],
  },
});
