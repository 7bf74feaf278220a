import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys, reachesEverything } from '../policies.ts';
import { isNoAdministrator } from './administrator.ts';
import { narrowedTo, roleThatMay, roleWith } from './examples.ts';
import { grants } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads name the models that they invoke',
  severity: 'low',
  applies: isNoAdministrator,
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
  fix: narrowedTo({
    Effect: 'Allow',
    Action: 'bedrock:InvokeModel',
    Resource: 'arn:aws:bedrock:…::foundation-model/…',
  }),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM06:2026'] },
  examples: {
    pass: [
      roleThatMay({
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
      }),
    ],
    fail: [roleThatMay({ Effect: 'Allow', Action: 'bedrock:Invoke*', Resource: '*' })],
    unknown: [roleWith('managed')],
    notApplicable: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })],
  },
});
