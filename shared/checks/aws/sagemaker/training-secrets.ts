import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { NO_VARIABLES } from './sources.ts';

/** The connector keeps of each value only whether it looks like a secret, and like which kind. */
const looksLikeASecret = field('').matches(/^withheld: /);

export default check(trainingJob, {
  title: 'SageMaker training jobs hold no secrets in environment variables or hyperparameters',
  severity: 'high',
  fails: any(
    some('Environment', looksLikeASecret, { absentIsEmpty: NO_VARIABLES }),
    some('HyperParameters', looksLikeASecret, { absentIsEmpty: NO_VARIABLES }),
  ),
  why: 'Jobs are kept for ever and cannot be changed: the secret stays readable to everybody who may describe the job.',
  fix: {
    console:
      'Rotate the secret, put the new one into Secrets Manager, and let the role of the next job read it from there.',
    cli: 'aws secretsmanager create-secret --name … --secret-string …',
    cloudformation: { Name: '…', GenerateSecretString: {} },
  },
  source: 'Search response, Results[].TrainingJob, @aws-sdk/client-sagemaker; values are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.sagemaker.env-secrets'] },
  examples: {
    pass: [{ Environment: { EPOCHS: 'withheld' } }],
    fail: [
      { Environment: { WANDB_API_KEY: 'withheld: named-like-a-secret' } },
      { HyperParameters: { token: 'withheld: hugging-face-token' } },
    ],
    unknown: [{ HyperParameters: 5 }],
  },
});
