import { memory } from '#shared/assets/aws/bedrock-agentcore.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(memory, {
  title: 'AgentCore memories forget in time',
  severity: 'low',
  fails: not(field('eventExpiryDuration').atMost(parameter('maximumRetentionDays'))),
  why: 'What users told the agent lies there to be read by whoever gets in, and to be asked for, long after it is of any use.',
  fix: {
    console: 'Edit the memory: set “Short-term memory expiration” to no more days than your policy allows.',
    cli: 'aws bedrock-agentcore-control update-memory --memory-id … --event-expiry-duration 90',
    cloudformation: { EventExpiryDuration: 90 },
  },
  source: 'GetMemory response, @aws-sdk/client-bedrock-agentcore-control',
  frameworks: { 'mitre-atlas': ['AML.T0085'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.agentcore.memory-long-retention'] },
  examples: {
    pass: [
      { eventExpiryDuration: 30 },
      { $config: { eventExpiryDuration: 365 }, $governance: { maximumRetentionDays: 400 } },
    ],
    fail: [{ eventExpiryDuration: 365 }],
    unknown: [{}],
  },
});
