import { agent } from '#shared/assets/aws/bedrock.ts';
import { combination, reaches, works } from '../../combination.ts';

export default combination(agent, {
  title: 'No agent remembers what its tools read and acts as a role that reaches data',
  severity: 'high',
  facts: [
    works('aws.bedrock.remember-tool-output'),
    reaches('training-data', 'knowledge-base', 'model-weights', 'credentials-vault', 'high-privilege-role'),
  ],
  why: 'A page or a letter that a tool reads can plant an instruction, the memory carries it into later sessions, and the agent acts on it with its role: nobody has to be there when it happens.',
  fix: {
    console:
      'Switch memory off for agents with tools that read what others write, or narrow the role to what the tools need.',
    cli: 'aws bedrock-agent update-agent --agent-id … --memory-configuration enabledMemoryTypes=[] …',
    cloudformation: { MemoryConfiguration: { EnabledMemoryTypes: [] } },
  },
  source:
    'Agent.memoryConfiguration, @aws-sdk/client-bedrock-agent; technique aws.bedrock.remember-tool-output',
  frameworks: { 'mitre-atlas': ['AML.T0080.000'], 'owasp-agentic-2026': ['ASI06'] },
});
