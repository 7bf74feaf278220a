import { reaching } from '../reaching.ts';
import { apiKeyProvider } from '../rows.ts';
import { allow, deny } from '../statements.ts';

export default reaching({
  target: apiKeyProvider(),
  may: [allow('bedrock-agentcore:Get*')],
  unless: [allow('bedrock-agentcore:Get*'), deny('bedrock-agentcore:GetWorkloadAccessToken*')],
});
