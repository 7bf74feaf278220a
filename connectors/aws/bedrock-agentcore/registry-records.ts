import type { RegistryRecordSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { registryRecord } from '#shared/assets/aws/bedrock-agentcore-identity.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { agentCoreArn } from './arns.ts';

/** What is listed, and not the descriptors: those are the owner’s text and may be long. */
export default awsConnector<RegistryRecordSummary>(registryRecord, {
  rare: true,
  operations: {
    list: awsOperations(
      'bedrock-agentcore-control:ListRegistries',
      'bedrock-agentcore-control:ListRegistryRecords',
    ),
  },
  events: [
    'CreateRegistryRecord',
    'UpdateRegistryRecord',
    'UpdateRegistryRecordStatus',
    'SubmitRegistryRecordForApproval',
    'DeleteRegistryRecord',
  ],
  async *list(services) {
    const registries = services.bedrockAgentCore.list('ListRegistries', { maxResults: 100 }, 'registries');
    for await (const { registryId } of registries) yield* recordsOf(services, registryId);
  },
  identify: ({ recordArn = '', name = '' }) => ({ id: recordArn, name }),
  async find(services, id) {
    const registryId = /:registry\/([^/]+)\/record\//.exec(id)?.[1];
    for await (const found of recordsOf(services, registryId)) if (found.recordArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) => {
    const registry = agentCoreArn(scope, 'registry', asked(event, 'registryId'));
    const record = asked(event, 'recordId');
    return answered(event, 'recordArn') ?? (registry && record && `${registry}/record/${record}`);
  },
  relations: ({ registryArn }) => [relation('stored-in', registryArn)],
});

const recordsOf = ({ bedrockAgentCore }: AwsServices, registryId: string | undefined) =>
  bedrockAgentCore.list('ListRegistryRecords', { registryId, maxResults: 100 }, 'registryRecords');
