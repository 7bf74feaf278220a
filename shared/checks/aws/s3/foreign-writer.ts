import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { allows, quoting, type Statement, statementsOf } from '../policies.ts';
import { isForEverybodyAtAll, notRefused } from '../resource-policy.ts';
import { letsPublicPoliciesAct } from './public-policies.ts';

const letsAnybodyWrite = (statement: Statement): boolean =>
  isForEverybodyAtAll(statement) &&
  (allows(statement, 's3:PutObject') || allows(statement, 's3:DeleteObject'));

export default check(bucket, {
  title: 'No policy of a bucket that AI uses lets everybody write',
  severity: 'critical',
  applies: letsPublicPoliciesAct,
  fails: judgedBy({
    sentence:
      'a statement of the policy lets everybody write objects, without a condition that keeps others out',
    reads: ['Policy'],
    judge: ({ config }) => {
      const expected = 'no unconditional Allow of s3:PutObject or s3:DeleteObject for everybody';
      if (config['Policy'] === undefined)
        return {
          truth: false,
          evidence: [{ path: 'Policy', state: 'absent', expected, note: 'the bucket has no policy' }],
        };
      const statements = statementsOf(config['Policy'], 'Policy');
      if (!statements)
        return { truth: undefined, evidence: [{ path: 'Policy', state: 'malformed', expected }] };
      const open = notRefused(statements.filter(letsAnybodyWrite), statements);
      return {
        truth: open.length > 0,
        evidence: quoting(open, { path: 'Policy', expected, of: statements }),
      };
    },
  }),
  why: 'Anybody can put objects among the training data, the documents or the models that are loaded from here.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions” and name in the policy the roles that write.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy …',
    cloudformation: {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::…/*',
          },
        ],
      },
    },
  },
  source: 'GetBucketPolicy response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0020', 'AML.T0018.000'], 'owasp-llm-2026': ['LLM05:2026'] },
  peers: {
    union: ['aws.s3.ai-bucket-public'],
    prowler: ['s3_bucket_public_access', 's3_bucket_policy_public_write_access'],
  },
  examples: {
    pass: [
      { Name: 'models' },
      {
        Name: 'models',
        Policy: {
          Statement: {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::models/*',
          },
        },
      },
      {
        Name: 'models',
        Policy: {
          Statement: {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::models/*',
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
          },
        },
      },
    ],
    fail: [
      {
        Name: 'models',
        Policy: {
          Statement: {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::models/*',
            Condition: { Bool: { 'aws:SecureTransport': 'true' } },
          },
        },
      },
      {
        Name: 'models',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: '*' },
              Action: ['s3:Put*'],
              Resource: 'arn:aws:s3:::models/*',
            },
          ],
        },
      },
    ],
    unknown: [{ Name: 'models', Policy: 'no JSON' }],
    notApplicable: [
      {
        Name: 'models',
        Policy: {
          Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::models/*' },
        },
        PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
      },
    ],
  },
});
