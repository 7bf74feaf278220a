import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys } from '../policies.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads cannot hand every role to a service',
  severity: 'high',
  fails: grants(
    'a policy of the role allows iam:PassRole on every role, to any service',
    'the ARN of the role that is passed, or a condition on iam:PassedToService',
    (statement) =>
      allows(statement, 'iam:PassRole') &&
      statement.resources.some((resource) => resource === '*' || /:role\/\*$/.test(resource)) &&
      !conditionKeys(statement).includes('iam:passedtoservice'),
  ),
  why: 'With a training job or a notebook that runs as a stronger role, the workload becomes that role.',
  fix: {
    console:
      'In IAM, open the role and replace the policy by one that names the actions and resources that the workload uses; IAM Access Analyzer proposes one from its activity.',
    cli: 'aws iam put-role-policy --role-name … --policy-name … --policy-document file://policy.json',
    cloudformation: {
      Policies: [
        {
          PolicyName: '…',
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: 'arn:aws:iam::…:role/…',
                Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
              },
            ],
          },
        },
      ],
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      {
        RoleName: 'ml',
        Arn: 'arn:aws:iam::111122223333:role/ml',
        RolePolicyList: [
          {
            PolicyName: 'work',
            PolicyDocument: {
              Statement: {
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: '*',
                Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
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
            PolicyDocument: { Statement: { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' } },
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
              Statement: { Effect: 'Allow', Action: ['iam:*'], Resource: 'arn:aws:iam::111122223333:role/*' },
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
