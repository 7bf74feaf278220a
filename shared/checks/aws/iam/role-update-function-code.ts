import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows } from '../policies.ts';
import { isNoAdministrator } from './administrator.ts';
import { narrowedTo, roleThatMay, roleWith } from './examples.ts';
import { grantsTo, ROLE } from './granted.ts';

const EVERY_FUNCTION = /^\*$|^arn:[^:]+:lambda:[^:]*:[^:]*:(?:\*|function:\*)$/;

export default check(role, {
  title: 'Roles of AI workloads cannot rewrite every Lambda function',
  severity: 'critical',
  applies: isNoAdministrator,
  fails: grantsTo(
    ROLE,
    'a policy of the role allows lambda:UpdateFunctionCode on every function',
    'the ARNs of the functions that the workload deploys',
    ['lambda:UpdateFunctionCode'],
    (statement) =>
      allows(statement, 'lambda:UpdateFunctionCode') &&
      statement.resources.some((resource) => EVERY_FUNCTION.test(resource)) &&
      Object.keys(statement.condition).length === 0,
  ),
  why: 'Whoever has the role puts code of their own into the tools of every agent, and it runs with the tools’ rights on what users ask.',
  fix: narrowedTo({
    Effect: 'Allow',
    Action: 'lambda:UpdateFunctionCode',
    Resource: 'arn:aws:lambda:…:function:…',
  }),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: {
    'mitre-atlas': ['AML.T0081'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: { union: ['aws.bedrock.action-lambda-code-writable'] },
  examples: {
    pass: [
      roleThatMay({
        Effect: 'Allow',
        Action: 'lambda:UpdateFunctionCode',
        Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:orders',
      }),
      roleThatMay({ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '*' }),
    ],
    fail: [
      roleThatMay({ Effect: 'Allow', Action: 'lambda:*', Resource: '*' }),
      roleThatMay({
        Effect: 'Allow',
        Action: 'lambda:UpdateFunctionCode',
        Resource: 'arn:aws:lambda:*:111122223333:function:*',
      }),
    ],
    unknown: [roleWith('managed')],
    notApplicable: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })],
  },
});
