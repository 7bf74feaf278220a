import { anyIn, type Need, oneOf, permission } from '../../technique.ts';

const IDENTITIES = anyIn(
  'arn:aws:bedrock-agentcore:*:{account}:workload-identity-directory/*/workload-identity/*',
);

/** The token of some workload, without which the vault hands nothing out. */
export const workloadToken: Need = oneOf(
  permission('bedrock-agentcore:GetWorkloadAccessToken', { on: IDENTITIES }),
  permission('bedrock-agentcore:GetWorkloadAccessTokenForUserId', { on: IDENTITIES }),
  permission('bedrock-agentcore:GetWorkloadAccessTokenForJWT', { on: IDENTITIES }),
);
