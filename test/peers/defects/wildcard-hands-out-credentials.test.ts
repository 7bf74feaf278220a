import { describe, expect, it } from 'vitest';
import { operationsOf } from '#connectors/connector.ts';
import { connectors } from '#connectors/index.ts';
import { awsPolicy } from '#connectors/permissions.ts';
import { covers } from '#shared/checks/aws/policies.ts';

/** Actions of AgentCore that read, by their names, and answer with a credential. */
const HANDING_OUT = [
  'GetResourceApiKey',
  'GetResourceOauth2Token',
  'GetResourcePaymentToken',
  'GetWorkloadAccessToken',
  'GetWorkloadAccessTokenForJWT',
  'GetWorkloadAccessTokenForUserId',
].map((name) => `bedrock-agentcore:${name}`);

/** A reader that is granted `bedrock-agentcore:Get*` may fetch the keys and tokens of all agents. */
describe('the reader’s policy', () => {
  const actions = awsPolicy(connectors.aws).Statement.flatMap(({ Action }) => Action);

  it('reads AgentCore', () => {
    expect(actions).toContain('bedrock-agentcore:GetAgentRuntime');
    expect(actions).toContain('bedrock-agentcore:GetTokenVault');
  });

  it.each(HANDING_OUT)('does not grant %s, by name or by wildcard', (action) => {
    expect(actions.filter((granted) => covers(granted, action))).toEqual([]);
  });

  it('names no operation on a credential provider but those that list names', () => {
    const asked = connectors.aws
      .flatMap(operationsOf)
      .map(({ id }) => id)
      .filter((id) => /CredentialProvider|TokenVault|Token$|ApiKey$/.test(id) && id.includes('agentcore'));
    expect([...new Set(asked)].sort()).toEqual([
      'bedrock-agentcore-control:GetTokenVault',
      'bedrock-agentcore-control:ListApiKeyCredentialProviders',
      'bedrock-agentcore-control:ListOauth2CredentialProviders',
    ]);
  });
});
