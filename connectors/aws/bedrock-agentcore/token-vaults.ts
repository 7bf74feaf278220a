import { tokenVault } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { agentCoreArn } from './arns.ts';
import { at } from './config.ts';

/** The vault of a provider’s credentials, by the ARN that it has itself. */
const VAULT = /:bedrock-agentcore:([^:]+):\d+:token-vault\/([^/]+)$/;

/** The vaults of the region that credential providers keep what they hold in; where there are none, none is read. */
export default awsConnector<{ readonly tokenVaultId: string }>(tokenVault, {
  followsReferences: true,
  operations: { list: [], read: awsOperations('bedrock-agentcore-control:GetTokenVault') },
  events: ['SetTokenVaultCMK'],
  withoutEvents: {
    create: 'a vault is there with the first credential provider, and no operation makes one',
    delete: 'the API has no operation that deletes a vault',
  },
  async *list(_services, { scope: { region }, references }) {
    const ids = await references((target) => VAULT.exec(target)?.[1] === region);
    for (const id of ids) yield { tokenVaultId: nameInArn(id) };
  },
  identify: ({ tokenVaultId }, { scope }) => ({
    id: agentCoreArn(scope, 'token-vault', tokenVaultId) ?? '',
    name: tokenVaultId,
  }),
  read: ({ bedrockAgentCore }, { tokenVaultId }) => bedrockAgentCore('GetTokenVault', { tokenVaultId }),
  find: async (_services, id) => ({ tokenVaultId: nameInArn(id) }),
  affected: (event, { scope }) =>
    agentCoreArn(scope, 'token-vault', asked(event, 'tokenVaultId') ?? 'default'),
  relations: (config, { scope }) => [
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'kmsConfiguration', 'kmsKeyArn'))),
  ],
});
