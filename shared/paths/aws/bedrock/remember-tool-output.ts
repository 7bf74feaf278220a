import { agent } from '#shared/assets/aws/bedrock.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(agent, {
  title: 'What an agent reads by its tools does not become what it remembers',
  gains: 'instructions that later sessions of the agent remember, put into something that a tool of it reads',
  by: 'use',
  applies: all(
    field('memoryConfiguration.enabledMemoryTypes')
      .absentIs([], 'Agent.memoryConfiguration is optional: without it the agent remembers nothing')
      .includes('SESSION_SUMMARY'),
    some('actionGroups', field('actionGroupState').is('ENABLED'), {
      absentIsEmpty: 'the connector reads none where there are none',
    }),
  ),
  holds: 'change',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-22'],
  why: 'Summaries of sessions are written by the model out of everything in the session, what tools fetched included.',
  fix: {
    console:
      'In the agent, switch memory off, or put a guardrail against prompt attacks before what its tools answer.',
    cli: 'aws bedrock-agent update-agent --agent-id … --memory-configuration enabledMemoryTypes=[] …',
    cloudformation: { MemoryConfiguration: { EnabledMemoryTypes: [] } },
  },
  source: 'Agent.memoryConfiguration, @aws-sdk/client-bedrock-agent; Unit 42, When AI Remembers Too Much',
  frameworks: { 'mitre-atlas': ['AML.T0080.000'], 'owasp-agentic-2026': ['ASI06'] },
});
