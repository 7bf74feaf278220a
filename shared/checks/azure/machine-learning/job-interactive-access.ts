import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

const withService = (jobServiceType: string, status = 'Running') => ({
  properties: { status, services: { mine: { jobServiceType } } },
});

export default check(mlJob, {
  title: 'No shell or notebook is open into running Machine Learning jobs',
  severity: 'low',
  // Its services end with the job.
  applies: field('properties.status').isNoneOf('Completed', 'Failed', 'Canceled'),
  fails: some(
    'properties.services',
    field('jobServiceType')
      .absentIs(null, 'JobService.jobServiceType of @azure/arm-machinelearning is optional')
      .matches(/^(?:ssh|jupyter\w*|vs_?code)$/i),
    { absentIsEmpty: 'JobBaseProperties.services of @azure/arm-machinelearning is optional' },
  ),
  why: 'Whoever gets into the job reads its data and acts with its identity, and nothing of what is typed there is on record.',
  fix: {
    console: 'Cancel the job when it has been looked into, and submit it without interactive applications.',
    cli: 'az ml job cancel --name …; az ml job create --file job.yml   # without services of type ssh, jupyter_lab or vs_code',
    bicep: 'properties: { services: {} }',
  },
  source:
    'JobService.jobServiceType of @azure/arm-machinelearning; https://learn.microsoft.com/azure/machine-learning/how-to-interactive-jobs',
  frameworks: { 'mitre-atlas': ['AML.T0050', 'AML.T0012'] },
  examples: {
    pass: [withService('Studio'), withService('Tracking')],
    fail: [withService('SSH'), withService('JupyterLab'), withService('VSCode')],
    unknown: [{}, { properties: { status: 'Running', services: { mine: { jobServiceType: 7 } } } }],
    notApplicable: [withService('SSH', 'Completed')],
  },
});
