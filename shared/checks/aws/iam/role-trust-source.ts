import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { conditionKeys, quoting, type Statement, statementsOf } from '../policies.ts';
import { roleTrusting } from './examples.ts';

/**
 * Bedrock’s own role templates carry these conditions; SageMaker’s do not, for it does not send them for every job.
 * Source: Bedrock User Guide, “Create a service role”, and IAM User Guide, “The confused deputy problem”.
 */
const SOURCE = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'];

const trustsBedrockForAnybody = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  statement.principals.some(
    ({ kind, id }) => kind === 'Service' && /^bedrock(?:-agentcore)?\.amazonaws\.com$/.test(id),
  ) &&
  !conditionKeys(statement).some((key) => SOURCE.includes(key));

export default check(role, {
  title: 'Roles that Bedrock assumes say for which account it may',
  severity: 'medium',
  fails: judgedBy({
    sentence:
      'the trust policy lets a service that acts for many customers assume the role, without saying for whom',
    reads: ['AssumeRolePolicyDocument'],
    judge: ({ config }) => {
      const expected =
        'a condition on aws:SourceAccount, aws:SourceArn, aws:SourceOrgID or aws:SourceOrgPaths';
      const path = 'AssumeRolePolicyDocument';
      const statements = statementsOf(config[path], path);
      if (!statements) return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
      const open = statements.filter(trustsBedrockForAnybody);
      return { truth: open.length > 0, evidence: quoting(open, { path, expected, of: statements }) };
    },
  }),
  why: 'Somebody else’s agent or job in another account could be set up with this role, and Bedrock would assume it for them: the confused deputy.',
  fix: {
    console:
      'In IAM, open the role’s “Trust relationships” and add aws:SourceAccount, and aws:SourceArn where you know it, to the condition.',
    cli: 'aws iam update-assume-role-policy --role-name … --policy-document file://trust.json',
    cloudformation: {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'bedrock.amazonaws.com' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': '…' } },
          },
        ],
      },
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      roleTrusting({
        Effect: 'Allow',
        Principal: { Service: 'bedrock.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
      roleTrusting({
        Effect: 'Allow',
        Principal: { Service: 'sagemaker.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    ],
    fail: [
      roleTrusting({
        Effect: 'Allow',
        Principal: { Service: 'bedrock.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    ],
    unknown: [roleTrusting(), { ...roleTrusting(), AssumeRolePolicyDocument: 'no JSON' }],
  },
});
