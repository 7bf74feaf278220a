import type { RegistrySummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { registry } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { agentCoreArn } from './arns.ts';

export default awsConnector<Pick<RegistrySummary, 'registryId' | 'registryArn' | 'name'>>(registry, {
  rare: true,
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListRegistries'),
    read: awsOperations('bedrock-agentcore-control:GetRegistry'),
  },
  events: ['CreateRegistry', 'UpdateRegistry', 'DeleteRegistry'],
  list: ({ bedrockAgentCore }) => bedrockAgentCore.list('ListRegistries', { maxResults: 100 }, 'registries'),
  identify: ({ registryArn = '', name = '' }) => ({ id: registryArn, name }),
  read: ({ bedrockAgentCore }, { registryId }) => bedrockAgentCore('GetRegistry', { registryId }),
  async find({ bedrockAgentCore }, id) {
    const { registryId, registryArn, name } = await bedrockAgentCore('GetRegistry', {
      registryId: nameInArn(id),
    });
    return { registryId, registryArn, name };
  },
  affected: (event, { scope }) =>
    answered(event, 'registryArn') ?? agentCoreArn(scope, 'registry', asked(event, 'registryId')),
});
