import { lambdaFunction } from '#shared/assets/aws/lambda.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { conditionKeys, quoting, type Statement, statementsOf } from '../policies.ts';

const SOURCE = /^aws:source(?:account|arn|orgid|orgpaths)$/;
const EXPECTED = 'a condition on aws:SourceAccount or aws:SourceArn';

const letsBedrockForAnybody = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  statement.principals.some(
    ({ kind, id }) => kind === 'Service' && /^bedrock(?:-agentcore)?\.amazonaws\.com$/.test(id),
  ) &&
  !conditionKeys(statement).some((key) => SOURCE.test(key));

export default check(lambdaFunction, {
  title: 'Lambda functions say for which account Bedrock may invoke them',
  severity: 'medium',
  fails: judgedBy({
    sentence: 'the policy of the function lets Bedrock invoke it, without saying for whom',
    reads: ['Policy'],
    judge: ({ config: { Policy } }) => {
      if (Policy === undefined)
        return {
          truth: false,
          evidence: [{ path: 'Policy', state: 'absent', expected: EXPECTED, note: 'there is no policy' }],
        };
      const statements = statementsOf(Policy, 'Policy');
      if (!statements)
        return { truth: undefined, evidence: [{ path: 'Policy', state: 'malformed', expected: EXPECTED }] };
      const open = statements.filter(letsBedrockForAnybody);
      return {
        truth: open.length > 0,
        evidence: quoting(open, { path: 'Policy', expected: EXPECTED, of: statements }),
      };
    },
  }),
  why: 'An agent in somebody else’s account can name this function as its tool, and Bedrock invokes it for them.',
  fix: {
    console:
      'In Lambda, open “Permissions”, and edit the statement for bedrock.amazonaws.com: set the source account and the ARN of the agent.',
    cli: 'aws lambda remove-permission --function-name … --statement-id …; aws lambda add-permission --function-name … --statement-id … --action lambda:InvokeFunction --principal bedrock.amazonaws.com --source-account … --source-arn …',
    cloudformation: {
      Principal: 'bedrock.amazonaws.com',
      SourceAccount: '…',
      SourceArn: 'arn:aws:bedrock:…:agent/…',
    },
  },
  source: 'GetPolicy response, @aws-sdk/client-lambda',
  frameworks: { 'mitre-atlas': ['AML.T0053'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.bedrock.action-lambda-confused-deputy'] },
  examples: {
    pass: [
      {
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'bedrock.amazonaws.com' },
              Action: 'lambda:InvokeFunction',
              Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } },
            },
          ],
        },
      },
      {},
    ],
    fail: [
      {
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'bedrock.amazonaws.com' },
              Action: 'lambda:InvokeFunction',
            },
          ],
        },
      },
    ],
    unknown: [{ Policy: 'none' }],
  },
});
