import { codeRepository } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

/** Credentials in an address are not kept when it is read; what is kept in their place says that there were some. */
export default check(codeRepository, {
  title: 'The addresses of SageMaker code repositories hold no credentials',
  severity: 'high',
  fails: field('GitConfig.RepositoryUrl').matches(/\(not kept: /),
  why: 'Everybody who may list the repositories reads the password or token, and can push code that notebooks run.',
  fix: {
    console:
      'Revoke the credentials, put new ones into a Secrets Manager secret, and name the secret in the repository.',
    cli: 'aws sagemaker create-code-repository --code-repository-name … --git-config RepositoryUrl=https://…,SecretArn=…',
    cloudformation: { GitConfig: { RepositoryUrl: 'https://…', SecretArn: 'arn:aws:secretsmanager:…' } },
  },
  source: 'ListCodeRepositories response, @aws-sdk/client-sagemaker; credentials are withheld when read',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  examples: {
    pass: [{ GitConfig: { RepositoryUrl: 'https://git.example.com/ml.git' } }],
    fail: [{ GitConfig: { RepositoryUrl: '(not kept: url-with-password)git.example.com/ml.git' } }],
    unknown: [{}, { GitConfig: { RepositoryUrl: 4 } }],
  },
});
