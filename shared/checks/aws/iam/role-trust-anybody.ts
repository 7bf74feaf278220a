import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { quoting, statementsOf } from '../policies.ts';
import { isForEverybodyAtAll } from '../resource-policy.ts';
import { roleTrusting } from './examples.ts';

export default check(role, {
  title: 'Roles of AI workloads cannot be assumed by everybody',
  severity: 'critical',
  fails: judgedBy({
    sentence:
      'the trust policy lets every AWS principal assume the role, without a condition that keeps others out',
    reads: ['AssumeRolePolicyDocument'],
    judge: ({ config }) => {
      const expected = 'principals by ARN, or a condition on who they are';
      const path = 'AssumeRolePolicyDocument';
      const statements = statementsOf(config[path], path);
      if (!statements) return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
      const open = statements.filter(isForEverybodyAtAll);
      return { truth: open.length > 0, evidence: quoting(open, { path, expected, of: statements }) };
    },
  }),
  why: 'Anybody with an AWS account can become the workload.',
  fix: {
    console: 'In IAM, open the role’s “Trust relationships” and name who may assume it.',
    cli: 'aws iam update-assume-role-policy --role-name … --policy-document file://trust.json',
    cloudformation: {
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
  examples: {
    pass: [
      roleTrusting({
        Effect: 'Allow',
        Principal: { Service: 'bedrock.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      roleTrusting({
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      }),
      roleTrusting({
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'partner-7' } },
      }),
    ],
    fail: [
      roleTrusting({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
      roleTrusting({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }),
      roleTrusting({
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: 'sts:AssumeRole',
        Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      }),
    ],
    unknown: [roleTrusting()],
  },
});
