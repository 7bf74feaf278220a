import { passing } from '../passing.ts';

export default passing({
  service: 'bedrock-agentcore.amazonaws.com',
  actions: ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntime'],
  unless: { passedTo: 'bedrock.amazonaws.com' },
});
