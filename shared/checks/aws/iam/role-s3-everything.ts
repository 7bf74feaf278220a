import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { allows, conditionKeys } from '../policies.ts';
import { isNoAdministrator } from './administrator.ts';
import { narrowedTo, roleThatMay, roleWith } from './examples.ts';
import { grantsTo, ROLE } from './granted.ts';

const EVERY_BUCKET = /^\*$|^arn:[^:]+:s3:::\*(?:\/\*)?$/;

export default check(role, {
  title: 'Roles of AI workloads do not reach every bucket',
  severity: 'high',
  applies: isNoAdministrator,
  fails: grantsTo(
    ROLE,
    'a policy of the role allows reading or writing objects of every bucket',
    'the ARNs of the buckets that the workload uses',
    ['s3:GetObject', 's3:PutObject'],
    (statement) =>
      (allows(statement, 's3:GetObject') || allows(statement, 's3:PutObject')) &&
      statement.resources.some((resource) => EVERY_BUCKET.test(resource)) &&
      // Asking for TLS keeps nobody from any bucket.
      conditionKeys(statement).every((key) => key === 'aws:securetransport'),
  ),
  why: 'A workload that is led astray can read the data of all others, and write among it.',
  fix: narrowedTo({ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::…/*'] }),
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0036'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['aws.bedrock.kb-role-shared-or-broad'] },
  examples: {
    pass: [
      roleThatMay({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::training/*' }),
      roleThatMay({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'ml' } },
      }),
    ],
    fail: [
      roleThatMay({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws-cn:s3:::*',
        Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      }),
      roleThatMay({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      roleThatMay({ Effect: 'Allow', Action: ['s3:Put*'], Resource: 'arn:aws:s3:::*' }),
    ],
    unknown: [roleWith('managed')],
    notApplicable: [roleThatMay({ Effect: 'Allow', Action: '*', Resource: '*' })],
  },
});
