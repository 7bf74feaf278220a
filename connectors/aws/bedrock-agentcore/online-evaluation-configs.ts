import type { OnlineEvaluationConfigSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { onlineEvaluationConfig } from '#shared/assets/aws/bedrock-agentcore.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { agentCoreArn } from './arns.ts';

export default awsConnector<OnlineEvaluationConfigSummary>(onlineEvaluationConfig, {
  rare: true,
  operations: { list: awsOperations('bedrock-agentcore-control:ListOnlineEvaluationConfigs') },
  events: ['CreateOnlineEvaluationConfig', 'UpdateOnlineEvaluationConfig', 'DeleteOnlineEvaluationConfig'],
  list: evaluations,
  identify: ({ onlineEvaluationConfigArn = '', onlineEvaluationConfigName = '' }) => ({
    id: onlineEvaluationConfigArn,
    name: onlineEvaluationConfigName,
  }),
  async find(services, id) {
    for await (const found of evaluations(services)) if (found.onlineEvaluationConfigArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'onlineEvaluationConfigArn') ??
    agentCoreArn(scope, 'online-evaluation-config', asked(event, 'onlineEvaluationConfigId')),
});

function evaluations({ bedrockAgentCore }: AwsServices) {
  return bedrockAgentCore.list('ListOnlineEvaluationConfigs', { maxResults: 100 }, 'onlineEvaluationConfigs');
}
