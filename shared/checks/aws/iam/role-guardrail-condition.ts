import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys } from '../policies.ts';
import { isNoAdministrator } from './administrator.ts';
import { narrowedTo, roleThatMay, roleWith } from './examples.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads can invoke models only through a guardrail',
  severity: 'low',
  applies: isNoAdministrator,
  fails: grants(
    'a policy of the role allows invoking Bedrock models without naming a guardrail',
    'a condition on bedrock:GuardrailIdentifier',
    (statement) =>
      allows(statement, 'bedrock:InvokeModel') &&
      !conditionKeys(statement).includes('bedrock:guardrailidentifier'),
  ),
  why: 'A guardrail that the caller may leave out protects against nobody who controls the caller.',
  fix: narrowedTo({
    Effect: 'Allow',
    Action: 'bedrock:InvokeModel',
    Resource: '…',
    Condition: {
      StringEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:…:guardrail/…:1' },
    },
  }),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0051'], 'owasp-llm-2026': ['LLM01:2026'] },
  peers: { union: ['aws.bedrock.guardrail-iam-not-enforced'] },
  examples: {
    pass: [
      roleThatMay({
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: '*',
        Condition: {
          StringEquals: {
            'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1:1',
          },
        },
      }),
      roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' }),
    ],
    fail: [
      roleThatMay({
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
      }),
    ],
    unknown: [roleWith('managed')],
    notApplicable: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })],
  },
});
