import type { MemorySummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { memory } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { agentCoreArn, ofType } from './arns.ts';

export default awsConnector<Pick<MemorySummary, 'arn' | 'id'>>(memory, {
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListMemories'),
    read: awsOperations('bedrock-agentcore-control:GetMemory'),
    parts: {
      Policy: awsOperation('bedrock-agentcore-control:GetResourcePolicy'),
      Tags: getResources,
    },
  },
  events: ['CreateMemory', 'UpdateMemory', 'DeleteMemory', 'PutResourcePolicy', 'DeleteResourcePolicy'],
  list: ({ bedrockAgentCore }) => bedrockAgentCore.list('ListMemories', { maxResults: 100 }, 'memories'),
  identify: ({ arn = '', id = '' }) => ({ id: arn, name: id }),
  async read(services, { arn, id }) {
    const { bedrockAgentCore } = services;
    const [{ memory: described }, Policy, Tags] = await Promise.all([
      // What is encrypted decides nothing: it is left encrypted.
      bedrockAgentCore('GetMemory', { memoryId: id, view: 'without_decryption' }),
      bedrockAgentCore.part('GetResourcePolicy', { resourceArn: arn }, ({ policy }) => decodedJson(policy)),
      services.tagsOf('bedrock-agentcore:memory', arn),
    ]);
    return {
      ...described,
      strategies: described?.strategies?.map(({ strategyId, name, type, status }) => ({
        strategyId,
        name,
        type,
        status,
      })),
      Policy,
      Tags,
    };
  },
  find: async (_services, arn) => ({ arn, id: nameInArn(arn) }),
  affected: (event, { scope }) =>
    ofType('memory', asked(event, 'resourceArn')) ??
    answered(event, 'memory', 'arn') ??
    agentCoreArn(scope, 'memory', asked(event, 'memoryId')),
  relations: (config, { scope }) => [
    relation('assumes', config['memoryExecutionRoleArn']),
    relation('encrypted-by', kmsKeyArn(scope, config['encryptionKeyArn'])),
  ],
});
