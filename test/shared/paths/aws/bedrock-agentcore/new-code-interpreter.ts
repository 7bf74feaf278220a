import { passing } from '../passing.ts';

export default passing({
  service: 'bedrock-agentcore.amazonaws.com',
  actions: [
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ],
  unless: { trusted: 'bedrock.amazonaws.com' },
});
