import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { CONNECTIONS_PAGE, keepsSecret } from './connections.ts';

const by = (authType: string) => ({ properties: { authType } });

export default check(mlConnection, {
  title: 'Connections of Machine Learning workspaces open their targets by identity',
  severity: 'medium',
  fails: keepsSecret,
  why: 'Who may work in the workspace may have it list the secret, and use it from anywhere and long after.',
  fix: {
    console:
      'Settings › Connections: create the connection anew with Microsoft Entra ID, and revoke the key.',
    cli: 'az ml connection create --file connection.yml   # with credentials: { type: managed_identity } or of type aad',
    bicep: "properties: { authType: 'AAD', category: 'AzureOpenAI', target: account.properties.endpoint }",
  },
  source: CONNECTIONS_PAGE,
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [by('AAD'), by('ManagedIdentity'), by('None')],
    fail: [by('ApiKey'), by('PAT'), by('CustomKeys')],
    unknown: [{}, { properties: {} }, by('UnheardOf')],
  },
});
