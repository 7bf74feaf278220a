import { model } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { NO_VARIABLES } from './sources.ts';

/** The connector keeps of each value only whether it looks like a secret, and like which kind. */
const looksLikeASecret = field('').matches(/^withheld: /);

export default check(model, {
  title: 'SageMaker models hold no secrets in environment variables',
  severity: 'high',
  fails: any(
    some('PrimaryContainer.Environment', looksLikeASecret, { absentIsEmpty: NO_VARIABLES }),
    some('Containers', some('Environment', looksLikeASecret, { absentIsEmpty: NO_VARIABLES }), {
      absentIsEmpty: 'Model: either PrimaryContainer or Containers',
    }),
  ),
  why: 'Environment variables are plain text to everybody who may describe the model, and stay in its configuration after the secret is rotated.',
  fix: {
    console:
      'Put the secret into Secrets Manager, let the model’s role read it, recreate the model without the variable, and rotate the secret.',
    cli: 'aws secretsmanager create-secret --name … --secret-string …; aws sagemaker create-model --model-name … --primary-container …',
    cloudformation: { PrimaryContainer: { Environment: { TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:…' } } },
  },
  source: 'Search response, Results[].Model.Model, @aws-sdk/client-sagemaker; values are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.sagemaker.env-secrets'] },
  examples: {
    pass: [{ PrimaryContainer: { Environment: { SAGEMAKER_PROGRAM: 'withheld' } } }],
    fail: [
      { PrimaryContainer: { Environment: { HF_TOKEN: 'withheld: hugging-face-token' } } },
      { Containers: [{ Environment: { DB_PASSWORD: 'withheld: named-like-a-secret' } }] },
    ],
    unknown: [{ PrimaryContainer: { Environment: 'none' } }],
  },
});
