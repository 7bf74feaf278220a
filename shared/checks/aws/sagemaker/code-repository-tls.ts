import { codeRepository } from '#shared/assets/aws/sagemaker-studio.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(codeRepository, {
  title: 'SageMaker code repositories are reached over TLS',
  severity: 'medium',
  fails: field('GitConfig.RepositoryUrl').matches(/^http:\/\//i),
  why: 'Who is on the way to the repository reads the code and its credentials, and can put other code into every notebook that pulls it.',
  fix: {
    console: 'Add the repository again with an address that begins with https, and remove this one.',
    cli: 'aws sagemaker create-code-repository --code-repository-name … --git-config RepositoryUrl=https://…',
    cloudformation: { GitConfig: { RepositoryUrl: 'https://…' } },
  },
  source: 'ListCodeRepositories response, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0010.001'] },
  examples: {
    pass: [{ GitConfig: { RepositoryUrl: 'https://git.example.com/ml.git' } }],
    fail: [{ GitConfig: { RepositoryUrl: 'http://git.example.com/ml.git' } }],
    unknown: [{}],
  },
});
