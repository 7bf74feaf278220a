import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';
import { allows, reachesEverything } from '../policies.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads do not have AmazonSageMakerFullAccess',
  severity: 'high',
  fails: any(
    some('AttachedManagedPolicies', field('PolicyArn').matches(/:policy\/AmazonSageMakerFullAccess$/)),
    grants(
      'a policy of the role allows every SageMaker action on everything',
      'the actions that the workload uses',
      (statement) =>
        statement.actions.includes('sagemaker:*') &&
        allows(statement, 'sagemaker:Delete') &&
        reachesEverything(statement),
    ),
  ),
  why: 'It allows creating and changing every SageMaker asset of the account, passing roles to them, and reading buckets by name patterns that anybody can choose.',
  fix: {
    console:
      'In IAM, open the role, detach the policy, and attach one that names the actions that the workload uses.',
    cli: 'aws iam detach-role-policy --role-name … --policy-arn arn:aws:iam::aws:policy/AmazonSageMakerFullAccess',
    cloudformation: { ManagedPolicyArns: [] },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0081'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: {
              Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' },
            },
          },
        ],
        AttachedManagedPolicies: [
          {
            PolicyName: 'mine',
            PolicyArn: 'arn:aws:iam::111122223333:policy/mine',
            Document: { Statement: [] },
          },
        ],
      },
    ],
    fail: [
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [],
        AttachedManagedPolicies: [
          {
            PolicyName: 'AmazonSageMakerFullAccess',
            PolicyArn: 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess',
          },
        ],
      },
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: { Statement: { Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' } },
          },
        ],
        AttachedManagedPolicies: [],
      },
    ],
    unknown: [
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [],
        AttachedManagedPolicies: [{ PolicyName: 'managed', PolicyArn: 'arn:aws:iam::aws:policy/managed' }],
      },
    ],
  },
});
