import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys } from '../policies.ts';
import { isNoAdministrator } from './administrator.ts';
import { narrowedTo, roleThatMay, roleWith } from './examples.ts';
import { grantsTo, ROLE } from './granted.ts';

export default check(role, {
  title: 'Roles of AI workloads cannot hand every role to a service',
  severity: 'high',
  applies: isNoAdministrator,
  fails: grantsTo(
    ROLE,
    'a policy of the role allows iam:PassRole on every role, to any service',
    'the ARN of the role that is passed, or a condition on iam:PassedToService',
    ['iam:PassRole'],
    (statement) =>
      allows(statement, 'iam:PassRole') &&
      statement.resources.some((resource) => resource === '*' || /:role\/\*$/.test(resource)) &&
      !conditionKeys(statement).includes('iam:passedtoservice'),
  ),
  why: 'With a training job or a notebook that runs as a stronger role, the workload becomes that role.',
  fix: narrowedTo({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::…:role/…',
    Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
  }),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  peers: {
    union: ['aws.bedrock.agent-role-overpermissive'],
    prowler: ['bedrock_agent_role_least_privilege'],
    'aws-samples': ['BR-08', 'FS-07'],
  },
  examples: {
    pass: [
      roleThatMay({
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
      }),
    ],
    fail: [
      roleThatMay({ Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' }),
      roleThatMay({ Effect: 'Allow', Action: ['iam:*'], Resource: 'arn:aws:iam::111122223333:role/*' }),
    ],
    unknown: [roleWith('managed')],
    notApplicable: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })],
  },
});
