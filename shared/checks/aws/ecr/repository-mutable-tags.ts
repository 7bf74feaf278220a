import { repository } from '#shared/assets/aws/ecr.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(repository, {
  title: 'Tags in image repositories of AI cannot be moved',
  severity: 'low',
  fails: field('imageTagMutability')
    .absentIs('MUTABLE', 'CreateRepositoryRequest.imageTagMutability: if omitted, MUTABLE')
    .isOneOf('MUTABLE', 'MUTABLE_WITH_EXCLUSION'),
  why: 'Whoever may push can put another image under the tag that a model or an agent runs by.',
  fix: {
    console: 'In ECR, edit the repository and make image tags immutable.',
    cli: 'aws ecr put-image-tag-mutability --repository-name … --image-tag-mutability IMMUTABLE',
    cloudformation: { ImageTagMutability: 'IMMUTABLE' },
  },
  source: 'DescribeRepositories response, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [{ repositoryName: 'churn', imageTagMutability: 'IMMUTABLE' }],
    fail: [{ repositoryName: 'churn', imageTagMutability: 'MUTABLE' }, { repositoryName: 'churn' }],
    unknown: [{ repositoryName: 'churn', imageTagMutability: 'SOMETIMES' }],
  },
});
