import { agent } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(agent, {
  title: 'Sessions of Bedrock agents end within an hour of silence',
  severity: 'low',
  fails: not(field('idleSessionTTLInSeconds').atMost(3600)),
  why: 'A session keeps what was said and what tools gave; whoever takes it over goes on with all of it.',
  fix: {
    console:
      'Edit the agent in the agent builder: under “Additional settings” set the idle session timeout to an hour or less.',
    cli: 'aws bedrock-agent update-agent --agent-id … --idle-session-ttl-in-seconds 1800 …',
    cloudformation: { IdleSessionTTLInSeconds: 1800 },
  },
  source: 'GetAgent response, @aws-sdk/client-bedrock-agent',
  frameworks: { 'mitre-atlas': ['AML.T0092'] },
  peers: {
    union: ['aws.bedrock.agent-idle-ttl-long'],
    prowler: ['bedrock_agent_idle_session_ttl_not_excessive'],
    'aws-samples': ['BR-29'],
  },
  examples: {
    pass: [{ idleSessionTTLInSeconds: 1800 }],
    fail: [{ idleSessionTTLInSeconds: 5400 }],
    unknown: [{}, { idleSessionTTLInSeconds: 'long' }],
  },
});
