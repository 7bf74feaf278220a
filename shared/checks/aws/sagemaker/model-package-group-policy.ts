import { modelPackageGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { check } from '#shared/model/check.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

const statement = (principal: string) => ({
  Effect: 'Allow',
  Principal: principal === '*' ? '*' : { AWS: principal },
  Action: 'sagemaker:DescribeModelPackage',
  Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/churn/*',
});

export default check(modelPackageGroup, {
  title: 'No policy of a SageMaker model package group lets in everybody or accounts that are not trusted',
  severity: 'critical',
  fails: letsOutsidersIn('ResourcePolicy', {
    strangers: true,
    none: 'the group has no policy: nobody outside the account reaches it',
  }),
  why: 'Strangers read where your models lie and how they were trained, or register and approve versions that you then deploy.',
  fix: {
    console:
      'The console does not show the policy: replace it by the API, and name in governance.trustedAccounts the accounts that you share models with.',
    cli: 'aws sagemaker put-model-package-group-policy --model-package-group-name … --resource-policy …',
    cloudformation: {
      ModelPackageGroupPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:root' },
            Action: ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
            Resource: 'arn:aws:sagemaker:…:model-package-group/…',
          },
        ],
      },
    },
  },
  source: 'GetModelPackageGroupPolicy response, @aws-sdk/client-sagemaker',
  frameworks: {
    'mitre-atlas': ['AML.T0035', 'AML.T0048.004'],
    'owasp-ml-2023': ['ML05:2023', 'ML10:2023'],
  },
  peers: { union: ['aws.sagemaker.model-package-group-exposed'] },
  examples: {
    pass: [
      { ModelPackageGroupName: 'churn' },
      { ResourcePolicy: { Statement: [statement('arn:aws:iam::111122223333:root')] } },
      {
        $config: { ResourcePolicy: { Statement: [statement('arn:aws:iam::444455556666:root')] } },
        $governance: { trustedAccounts: ['444455556666'] },
      },
    ],
    fail: [
      { ResourcePolicy: { Statement: [statement('*')] } },
      { ResourcePolicy: { Statement: [statement('arn:aws:iam::444455556666:root')] } },
    ],
    unknown: [{ ResourcePolicy: 'no JSON' }],
  },
});
