import { repository } from '#shared/assets/aws/ecr.ts';
import { check } from '#shared/model/check.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

export default check(repository, {
  title: 'Image repositories of AI let no strangers in',
  severity: 'high',
  fails: letsOutsidersIn('Policy', { strangers: true, none: 'the repository has no policy' }),
  why: 'Strangers can pull the image with its code and weights or, where the policy lets them push, decide what your models and agents run.',
  fix: {
    console: 'In ECR, open the repository’s “Permissions” and name the accounts and roles that pull.',
    cli: 'aws ecr set-repository-policy --repository-name … --policy-text file://policy.json',
    cloudformation: {
      RepositoryPolicyText: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          },
        ],
      },
    },
  },
  source: 'GetRepositoryPolicy response, @aws-sdk/client-ecr',
  frameworks: { 'mitre-atlas': ['AML.T0010.004', 'AML.T0035'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      { repositoryName: 'churn' },
      {
        repositoryName: 'churn',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/agent' },
              Action: 'ecr:BatchGetImage',
            },
          ],
        },
      },
    ],
    fail: [
      {
        repositoryName: 'churn',
        Policy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:*' }] },
      },
    ],
    unknown: [{ repositoryName: 'churn', Policy: 'no JSON' }],
  },
});
