import { guardrail } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

const allowing = (AWS: string) => ({
  resourcePolicy: {
    Statement: [
      { Effect: 'Allow', Principal: { AWS }, Action: ['bedrock:ApplyGuardrail', 'bedrock:GetGuardrail'] },
    ],
  },
});

export default check(guardrail, {
  title: 'Resource policies of Bedrock guardrails let in nobody but trusted accounts',
  severity: 'medium',
  fails: letsOutsidersIn('resourcePolicy', {
    strangers: true,
    none: 'a guardrail without a policy of its own is used by its account alone',
  }),
  why: 'A stranger who may read the guardrail learns what it blocks and what not, and may try it until something passes, at the owner’s expense.',
  fix: {
    console:
      'In Bedrock, open the guardrail, and name in its resource-based policy the accounts or the organization that share it.',
    cli: 'aws bedrock put-resource-policy --resource-arn … --resource-policy file://policy.json',
    cloudformation: {
      Type: 'AWS::Bedrock::ResourcePolicy',
      Properties: { ResourceArn: '…', PolicyDocument: { Statement: [] } },
    },
  },
  source: 'GetResourcePolicyResponse, @aws-sdk/client-bedrock',
  frameworks: { 'mitre-atlas': ['AML.T0040'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      {},
      allowing('arn:aws:iam::111122223333:root'),
      { $config: allowing('999988887777'), $governance: { trustedAccounts: ['999988887777'] } },
    ],
    fail: [allowing('*'), allowing('arn:aws:iam::999988887777:root')],
    unknown: [{ resourcePolicy: 'no JSON' }],
  },
});
