import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys } from '../policies.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads can invoke models only through a guardrail',
  severity: 'low',
  fails: grants(
    'a policy of the role allows invoking Bedrock models without naming a guardrail',
    'a condition on bedrock:GuardrailIdentifier',
    (statement) =>
      allows(statement, 'bedrock:InvokeModel') &&
      !conditionKeys(statement).includes('bedrock:guardrailidentifier'),
  ),
  why: 'A guardrail that the caller may leave out protects against nobody who controls the caller.',
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
                Resource: '…',
                Condition: {
                  StringEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:…:guardrail/…:1' },
                },
              },
            ],
          },
        },
      ],
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
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
                Resource: '*',
                Condition: {
                  StringEquals: {
                    'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1:1',
                  },
                },
              },
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
