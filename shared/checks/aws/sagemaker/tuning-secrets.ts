import { tuningJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { jobState } from './job-state.ts';
import { NO_VARIABLES } from './sources.ts';
import { someDefinition } from './tuning-definitions.ts';

/** The connector keeps of each value only whether it looks like a secret, and like which kind. */
const looksLikeASecret = field('').matches(/^withheld: /);

export default check(tuningJob, {
  title: 'SageMaker tuning jobs hold no secrets in environment variables or hyperparameters',
  severity: 'high',
  fails: someDefinition((definition) =>
    any(
      some(`${definition}Environment`, looksLikeASecret, { absentIsEmpty: NO_VARIABLES }),
      some(`${definition}StaticHyperParameters`, looksLikeASecret, { absentIsEmpty: NO_VARIABLES }),
    ),
  ),
  why: 'Every trial is a training job that repeats the secret, kept for ever and readable to everybody who may describe it.',
  fix: {
    console:
      'Rotate the secret, put the new one into Secrets Manager, and let the role of the next job read it from there.',
    cli: 'aws secretsmanager create-secret --name … --secret-string …',
    cloudformation: jobState('sagemaker:createHyperParameterTuningJob.sync', {
      TrainingJobDefinition: { Environment: { TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:…' } },
    }),
  },
  source:
    'Search response, Results[].HyperParameterTuningJob, @aws-sdk/client-sagemaker; values are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.sagemaker.env-secrets'] },
  examples: {
    pass: [{ TrainingJobDefinition: { Environment: { EPOCHS: 'withheld' } } }],
    fail: [
      { TrainingJobDefinition: { StaticHyperParameters: { token: 'withheld: hugging-face-token' } } },
      { TrainingJobDefinitions: [{ Environment: { DB_PASSWORD: 'withheld: named-like-a-secret' } }] },
    ],
    unknown: [{ TrainingJobDefinition: { Environment: 5 } }],
  },
});
