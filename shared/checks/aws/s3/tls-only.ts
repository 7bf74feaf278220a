import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { conditionKeys, quoting, type Statement, statementsOf } from '../policies.ts';

/** Statements that ask for a TLS version refuse plain HTTP too, and are not counted: few write them. */
const refusesPlainHttp = (statement: Statement): boolean =>
  statement.effect === 'Deny' &&
  statement.principals.some(({ kind, id }) => id === '*' && (kind === '*' || kind === 'AWS')) &&
  statement.actions.some((action) => action === 's3:*' || action === '*') &&
  statement.resources.some((resource) => resource === '*' || resource.endsWith('/*')) &&
  ['Bool', 'BoolIfExists'].some((operator) =>
    statement.condition[operator]?.['aws:securetransport']?.includes('false'),
  ) &&
  conditionKeys(statement).length === 1;

export default check(bucket, {
  title: 'Buckets that AI uses refuse requests without TLS',
  severity: 'medium',
  fails: judgedBy({
    sentence: 'no statement of the policy denies every request that comes without TLS',
    reads: ['Policy'],
    judge: ({ config }) => {
      const expected = 'a Deny of s3:* for everybody where aws:SecureTransport is false';
      if (config['Policy'] === undefined)
        return {
          truth: true,
          evidence: [{ path: 'Policy', state: 'absent', expected, note: 'the bucket has no policy' }],
        };
      const statements = statementsOf(config['Policy'], 'Policy');
      if (!statements)
        return { truth: undefined, evidence: [{ path: 'Policy', state: 'malformed', expected }] };
      const refusals = statements.filter(refusesPlainHttp);
      return {
        truth: refusals.length === 0,
        evidence: quoting(refusals, { path: 'Policy', expected, of: statements }),
      };
    },
  }),
  why: 'Without such a statement a client may send data and credentials in the clear, and be read or changed on the way.',
  fix: {
    console:
      'In S3, add to the bucket’s policy a statement that denies s3:* to everybody when aws:SecureTransport is false.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy file://tls-only.json',
    cloudformation: {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::…', 'arn:aws:s3:::…/*'],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
  source: 'GetBucketPolicy response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
  examples: {
    pass: [
      {
        Name: 'models',
        Policy: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    ],
    fail: [
      { Name: 'models' },
      {
        Name: 'models',
        Policy: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: { AWS: 'arn:aws:iam::111122223333:root' },
              Action: 's3:*',
              Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
      {
        Name: 'models',
        Policy: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:GetObject',
              Resource: ['arn:aws:s3:::models', 'arn:aws:s3:::models/*'],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    ],
    unknown: [
      { Name: 'models', Policy: 'no JSON' },
      {
        Name: 'models',
        Policy: {
          $unread: { operation: 's3:GetBucketPolicy', outcome: 'denied', permission: 's3:GetBucketPolicy' },
        },
      },
    ],
  },
});
