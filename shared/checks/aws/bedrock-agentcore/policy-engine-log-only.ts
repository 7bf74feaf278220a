import { policyEngine } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';

export default check(policyEngine, {
  title: 'No active AgentCore policy only takes notes',
  severity: 'medium',
  fails: some(
    'policies',
    all(
      field('status').is('ACTIVE'),
      field('enforcementMode')
        .absentIs('ACTIVE', 'PolicySummary: enforcementMode is optional')
        .is('LOG_ONLY'),
    ),
  ),
  why: 'The policy looks like protection and denies nothing: calls that it would forbid go through and are noted.',
  fix: {
    console: 'Open the policy engine, choose the policy, and let it enforce.',
    cli: 'aws bedrock-agentcore-control update-policy --policy-engine-id … --policy-id … --enforcement-mode ACTIVE …',
    cloudformation: { EnforcementMode: 'ACTIVE' },
  },
  source: 'ListPolicySummaries response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0053'], 'owasp-agentic-2026': ['ASI02'] },
  examples: {
    pass: [{ policies: [{ status: 'ACTIVE', enforcementMode: 'ACTIVE' }] }],
    fail: [{ policies: [{ status: 'ACTIVE', enforcementMode: 'LOG_ONLY' }] }],
    unknown: [{}, { policies: [{ status: 'ACTIVE', enforcementMode: 'OTHER' }] }],
  },
});
