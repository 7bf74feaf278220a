import { autoMlJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { jobState } from './job-state.ts';
import { talksInTheClear } from './networks.ts';

export default check(autoMlJob, {
  title: 'SageMaker AutoML jobs encrypt what their containers say to each other',
  severity: 'medium',
  fails: talksInTheClear('SecurityConfig'),
  why: 'AutoML trains many candidates on clusters of its choice: samples and gradients go between them in the clear.',
  fix: {
    console:
      'Start the next job with “Encrypt inter-container traffic” under its security settings; a job cannot be changed.',
    cli: 'aws sagemaker create-auto-ml-job-v2 --auto-ml-job-name … --security-config EnableInterContainerTrafficEncryption=true …',
    cloudformation: jobState('aws-sdk:sagemaker:createAutoMLJobV2', {
      SecurityConfig: { EnableInterContainerTrafficEncryption: true },
    }),
  },
  source: 'DescribeAutoMLJobV2 response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: {
    union: ['aws.sagemaker.automl-no-intercontainer-encryption'],
    prowler: ['sagemaker_automl_job_intercontainer_encryption_enabled'],
    'aws-samples': ['SM-21'],
  },
  examples: {
    pass: [{ SecurityConfig: { EnableInterContainerTrafficEncryption: true } }],
    fail: [{ SecurityConfig: { EnableInterContainerTrafficEncryption: false } }, {}],
    unknown: [{ SecurityConfig: { EnableInterContainerTrafficEncryption: 'yes' } }],
  },
});
