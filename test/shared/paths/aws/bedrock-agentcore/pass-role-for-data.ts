import { passing } from '../passing.ts';

export default passing({
  service: 'bedrock-agentcore.amazonaws.com',
  actions: ['bedrock-agentcore:CreateGateway'],
  unless: { bounded: ['bedrock-agentcore:Get*', 'iam:PassRole'] },
});
