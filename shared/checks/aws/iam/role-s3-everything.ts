import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys, reachesEverything } from '../policies.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads do not reach every bucket',
  severity: 'high',
  fails: grants(
    'a policy of the role allows reading or writing objects of every bucket',
    'the ARNs of the buckets that the workload uses',
    (statement) =>
      (allows(statement, 's3:GetObject') || allows(statement, 's3:PutObject')) &&
      reachesEverything(statement, 'arn:aws:s3:::*', 'arn:aws:s3:::*/*') &&
      conditionKeys(statement).length === 0,
  ),
  why: 'A workload that is led astray can read the data of all others, and write among it.',
  fix: {
    console:
      'In IAM, open the role and replace the policy by one that names the actions and resources that the workload uses; IAM Access Analyzer proposes one from its activity.',
    cli: 'aws iam put-role-policy --role-name … --policy-name … --policy-document file://policy.json',
    cloudformation: {
      Policies: [
        {
          PolicyName: '…',
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::…/*'] }],
          },
        },
      ],
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0036'], 'owasp-llm-2026': ['LLM03:2026'] },
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
        AttachedManagedPolicies: [],
      },
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: {
              Statement: {
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: '*',
                Condition: { StringEquals: { 'aws:ResourceTag/team': 'ml' } },
              },
            },
          },
        ],
        AttachedManagedPolicies: [],
      },
    ],
    fail: [
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: { Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } },
          },
        ],
        AttachedManagedPolicies: [],
      },
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: {
              Statement: { Effect: 'Allow', Action: ['s3:Put*'], Resource: 'arn:aws:s3:::*' },
            },
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
