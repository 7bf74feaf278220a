import { reaching } from '../reaching.ts';
import { oauthProvider } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: oauthProvider(),
  may: [
    allow(['bedrock-agentcore:GetWorkloadAccessTokenForUserId', 'bedrock-agentcore:GetResourceOauth2Token']),
  ],
  unless: [
    allow(['bedrock-agentcore:GetWorkloadAccessTokenForUserId', 'bedrock-agentcore:GetResourceApiKey']),
  ],
});
