import type { AssistantSummary } from '@aws-sdk/client-qconnect';
import { assistant } from '#shared/assets/aws/qconnect.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { firstOf } from '../window.ts';

const all = ({ qConnect }: AwsServices) =>
  qConnect.list('ListAssistants', { maxResults: 100 }, 'assistantSummaries');

export default awsConnector<AssistantSummary>(assistant, {
  rare: true,
  operations: { list: awsOperations('qconnect:ListAssistants') },
  events: ['CreateAssistant', 'UpdateAssistantAIAgent', 'RemoveAssistantAIAgent', 'DeleteAssistant'],
  list: (services) => all(services),
  identify: ({ assistantArn = '', name = '' }) => ({ id: assistantArn, name }),
  find: (services, id) => firstOf(all(services), ({ assistantArn }) => assistantArn === id),
  affected: (event, { scope }) => {
    const id = asked(event, 'assistantId');
    return id ? arnIn(scope, 'wisdom', `assistant/${id}`) : answered(event, 'assistant', 'assistantArn');
  },
  relations: ({ serverSideEncryptionConfiguration: encryption }, { scope }) => [
    relation('encrypted-by', kmsKeyArn(scope, isObject(encryption) ? encryption['kmsKeyId'] : undefined)),
  ],
});
