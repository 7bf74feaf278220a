import { role } from '#shared/assets/aws/iam.ts';
import { check } from '#shared/model/check.ts';
import { judgedBy } from '#shared/model/predicate.ts';
import { quoting, type Statement, statementsOf } from '../policies.ts';
import { roleTrusting } from './examples.ts';

const AGENTCORE = 'bedrock-agentcore.amazonaws.com';

const isForAgentCore = ({ effect, principals }: Statement): boolean =>
  effect === 'Allow' && principals.some(({ kind, id }) => kind === 'Service' && id === AGENTCORE);

/** The pattern names a kind of resource at least: after the account stands more than a star. */
const namesResource = (pattern: string): boolean =>
  /^arn:[^:]+:bedrock-agentcore:[^:]*:[^:]*:[^*]/.test(pattern);

function isForAnyResource({ condition }: Statement): boolean {
  const sources = Object.entries(condition).flatMap(([operator, keys]) =>
    /^(?:ForAnyValue:)?(?:Arn|String)(?:Equals|Like)/i.test(operator) ? (keys['aws:sourcearn'] ?? []) : [],
  );
  return sources.length === 0 || !sources.every(namesResource);
}

const trusting = (SourceArn?: string) =>
  roleTrusting({
    Effect: 'Allow',
    Principal: { Service: AGENTCORE },
    Action: 'sts:AssumeRole',
    Condition: {
      StringEquals: { 'aws:SourceAccount': '111122223333' },
      ...(SourceArn ? { ArnLike: { 'aws:SourceArn': SourceArn } } : {}),
    },
  });

export default check(role, {
  title: 'Roles that AgentCore assumes say for which resource it may',
  severity: 'high',
  applies: judgedBy({
    sentence: 'the trust policy lets AgentCore assume the role',
    reads: ['AssumeRolePolicyDocument'],
    judge: ({ config }) => {
      const path = 'AssumeRolePolicyDocument';
      const expected = `${AGENTCORE} as a principal`;
      const statements = statementsOf(config[path], path);
      if (!statements) return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
      const own = statements.filter(isForAgentCore);
      return { truth: own.length > 0, evidence: quoting(own, { path, expected, of: statements }) };
    },
  }),
  fails: judgedBy({
    sentence: 'the trust policy lets AgentCore assume the role for any of its resources',
    reads: ['AssumeRolePolicyDocument'],
    judge: ({ config }) => {
      const path = 'AssumeRolePolicyDocument';
      const expected = 'a condition on aws:SourceArn that names the kind of resource, or the resource';
      const statements = statementsOf(config[path], path);
      if (!statements) return { truth: undefined, evidence: [{ path, state: 'absent', expected }] };
      const open = statements.filter((statement) => isForAgentCore(statement) && isForAnyResource(statement));
      return { truth: open.length > 0, evidence: quoting(open, { path, expected, of: statements }) };
    },
  }),
  why: 'Whoever may create a code interpreter or a runtime of their own can run it as this role, though it was made for another.',
  fix: {
    console:
      'In IAM, open the role’s “Trust relationships” and add aws:SourceArn with the ARN of the runtime, gateway or interpreter that uses the role.',
    cli: 'aws iam update-assume-role-policy --role-name … --policy-document file://trust.json',
    cloudformation: {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: AGENTCORE },
            Action: 'sts:AssumeRole',
            Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:bedrock-agentcore:…:…:runtime/…' } },
          },
        ],
      },
    },
  },
  source: 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['aws.agentcore.role-trust-shared'] },
  examples: {
    pass: [trusting('arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/support-*')],
    fail: [trusting(), trusting('arn:aws:bedrock-agentcore:eu-west-1:111122223333:*'), trusting('*')],
    unknown: [roleTrusting()],
    notApplicable: [
      roleTrusting({
        Effect: 'Allow',
        Principal: { Service: 'bedrock.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    ],
  },
});
