import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { isAdministrator } from './administrator.ts';

export default check(role, {
  title: 'Roles of AI workloads are not administrators',
  severity: 'critical',
  fails: isAdministrator,
  why: 'Whoever steers the workload, by a prompt, a poisoned model or a notebook, has the whole account.',
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
  frameworks: {
    'mitre-atlas': ['AML.T0012'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
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
    ],
    fail: [
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
          },
        ],
        AttachedManagedPolicies: [],
      },
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [],
        AttachedManagedPolicies: [
          {
            PolicyName: 'managed',
            PolicyArn: 'arn:aws:iam::aws:policy/managed',
            Document: { Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }] },
          },
        ],
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
