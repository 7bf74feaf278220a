import { role } from '#shared/assets/aws/iam.ts';
import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { isAdministrator } from '../iam/administrator.ts';

export default check(notebookInstance, {
  title: 'SageMaker notebook instances do not run as administrator',
  severity: 'high',
  applies: field('RoleArn').isPresent(),
  fails: related('assumes', role, isAdministrator),
  why: 'Whoever can open the notebook, and whatever code runs in it, has the whole account.',
  fix: {
    console:
      'Edit the notebook instance and choose a role that allows only the buckets and jobs that it works with.',
    cli: 'aws sagemaker update-notebook-instance --notebook-instance-name … --role-arn …',
    cloudformation: { RoleArn: 'arn:aws:iam::…:role/notebook-…' },
  },
  source:
    'DescribeNotebookInstance response, @aws-sdk/client-sagemaker; GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  peers: { union: ['aws.sagemaker.notebook-role-overpermissive'], checkov: ['CKV2_AWS_68'] },
  examples: {
    pass: [
      {
        $config: { RoleArn: 'arn:aws:iam::111122223333:role/ds' },
        $related: {
          assumes: [
            {
              RoleName: 'ds',
              Arn: 'arn:aws:iam::111122223333:role/ds',
              RolePolicyList: [
                {
                  PolicyName: 'read',
                  PolicyDocument: {
                    Statement: {
                      Effect: 'Allow',
                      Action: 's3:GetObject',
                      Resource: 'arn:aws:s3:::training/*',
                    },
                  },
                },
              ],
              AttachedManagedPolicies: [],
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { RoleArn: 'arn:aws:iam::111122223333:role/ds' },
        $related: {
          assumes: [
            {
              RoleName: 'ds',
              Arn: 'arn:aws:iam::111122223333:role/ds',
              RolePolicyList: [
                {
                  PolicyName: 'all',
                  PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
                },
              ],
              AttachedManagedPolicies: [],
            },
          ],
        },
      },
    ],
    unknown: [
      { $config: { RoleArn: 'arn:aws:iam::444455556666:role/ds' }, $related: { assumes: ['unseen'] } },
    ],
  },
});
