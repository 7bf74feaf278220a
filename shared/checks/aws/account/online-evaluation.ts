import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with AgentCore runtimes evaluate them online',
  severity: 'informational',
  byDefault: 'off',
  applies: field('agentRuntimes').atLeast(1),
  fails: field('onlineEvaluations').is(0),
  why: 'An agent that drifts, fails or is talked into something is noticed by its users first.',
  fix: {
    console: 'In AgentCore, under “Evaluations”, create an online evaluation for the runtime.',
    cli: 'aws bedrock-agentcore-control create-online-evaluation-config …',
    cloudformation: { Type: 'AWS::BedrockAgentCore::Runtime' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'owasp-agentic-2026': ['ASI10'] },
  peers: { union: ['aws.agentcore.no-online-evaluation'], 'aws-samples': ['AC-17'] },
  examples: {
    pass: [{ region: 'eu-west-1', agentRuntimes: 1, onlineEvaluations: 1 }],
    fail: [{ region: 'eu-west-1', agentRuntimes: 1, onlineEvaluations: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        agentRuntimes: 1,
        onlineEvaluations: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', agentRuntimes: 0, onlineEvaluations: 0 }],
  },
});
