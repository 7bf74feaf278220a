import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys, reachesEverything } from '../policies.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads name the models that they invoke',
  severity: 'low',
  fails: grants(
    'a policy of the role allows invoking every Bedrock model',
    'the ARNs of the models or inference profiles that the workload uses',
    (statement) =>
      (allows(statement, 'bedrock:InvokeModel') ||
        allows(statement, 'bedrock:InvokeModelWithResponseStream')) &&
      reachesEverything(statement, 'arn:aws:bedrock:*::foundation-model/*', 'arn:aws:bedrock:*:*:*') &&
      conditionKeys(statement).length === 0,
  ),
  why: 'The role can call the dearest model there is, and ones that nobody has approved.',
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
                Action: 'bedrock:InvokeModel',
                Resource: 'arn:aws:bedrock:…::foundation-model/…',
              },
            ],
          },
        },
      ],
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
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
                Action: 'bedrock:InvokeModel',
                Resource: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
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
            PolicyDocument: { Statement: { Effect: 'Allow', Action: 'bedrock:Invoke*', Resource: '*' } },
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
