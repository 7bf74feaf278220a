import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { jobState } from './job-state.ts';

export default check(processingJob, {
  title: 'SageMaker processing jobs hold no secrets in environment variables',
  severity: 'high',
  fails: some('Environment', field('').matches(/^withheld: /), {
    absentIsEmpty: 'DescribeProcessingJobResponse: Environment is optional',
  }),
  why: 'Jobs cannot be changed: the secret stays readable to everybody who may describe the job.',
  fix: {
    console:
      'Rotate the secret, put the new one into Secrets Manager, and let the role of the next job read it from there.',
    cli: 'aws secretsmanager create-secret --name … --secret-string …',
    cloudformation: jobState('sagemaker:createProcessingJob.sync', {
      Environment: { TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:…' },
    }),
  },
  source: 'DescribeProcessingJob response, @aws-sdk/client-sagemaker; values are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.sagemaker.env-secrets'] },
  examples: {
    pass: [{ Environment: { LOG_LEVEL: 'withheld' } }],
    fail: [{ Environment: { HF_TOKEN: 'withheld: hugging-face-token' } }],
    unknown: [{ Environment: 5 }],
  },
});
