import { mlJob } from '#shared/assets/azure/machine-learning-jobs.ts';
import { check } from '#shared/model/check.ts';
import { hasFloatingEnvironment, JOB } from './job-definitions.ts';

const LATEST = 'azureml://registries/azureml/environments/e/labels/latest';

export default check(mlJob, {
  title: 'Machine Learning jobs pin the version of their environment',
  severity: 'low',
  fails: hasFloatingEnvironment(JOB),
  why: 'The next run is in whatever the label leads to by then: an update nobody reviewed, or an attacker’s.',
  fix: {
    console: 'Submit the job with a version number in place of “latest”.',
    cli: 'az ml job create --file job.yml   # with environment: azureml:<name>:<version>',
    bicep:
      "properties: { environmentId: 'azureml://registries/azureml/environments/<name>/versions/<version>' }",
  },
  source: 'CommandJob.environmentId and SweepJob.trial.environmentId of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0109'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      { properties: { environmentId: '/subscriptions/…/environments/e/versions/1' } },
      { properties: { jobType: 'Pipeline' } },
    ],
    fail: [
      { properties: { environmentId: LATEST } },
      { properties: { trial: { environmentId: 'azureml:e@latest' } } },
    ],
    unknown: [{ properties: { environmentId: 7 } }],
  },
});
