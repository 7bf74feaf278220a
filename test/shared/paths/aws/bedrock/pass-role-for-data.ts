import { passing } from '../passing.ts';

export default passing({
  service: 'bedrock.amazonaws.com',
  actions: ['bedrock:CreateModelImportJob'],
  unless: { trusted: 'bedrock-agentcore.amazonaws.com' },
});
