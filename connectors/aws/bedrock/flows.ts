import type { FlowNode, FlowSummary } from '@aws-sdk/client-bedrock-agent';
import { flow } from '#shared/assets/aws/bedrock-agent.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { functionArn } from '../lambda/arns.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { agentOfAlias, at, bedrockArn, distinct, listOf } from './arns.ts';
import { listedModels, listFoundationModels } from './listed-models.ts';

export default awsConnector<Pick<FlowSummary, 'arn' | 'id' | 'name'>>(flow, {
  operations: {
    list: awsOperations('bedrock-agent:ListFlows'),
    read: awsOperations('bedrock-agent:GetFlow'),
    parts: { foundationModels: listFoundationModels, Tags: getResources },
  },
  events: ['CreateFlow', 'UpdateFlow', 'PrepareFlow', 'DeleteFlow'],
  list: ({ bedrockAgent }) => bedrockAgent.list('ListFlows', { maxResults: 1000 }, 'flowSummaries'),
  identify: ({ arn = '', name = '' }) => ({ id: arn, name }),
  async read(services, { id }) {
    const { $metadata, definition, ...described } = await services.bedrockAgent('GetFlow', {
      flowIdentifier: id,
    });
    const nodes = nodesOf(definition?.nodes ?? []);
    const kept = keptNodes(nodes);
    return {
      ...described,
      validations: described.validations?.map(({ severity, type }) => ({ severity, type })),
      ...kept,
      foundationModels: await listedModels(
        services,
        [...kept.promptNodes, ...kept.knowledgeBaseNodes].map(({ modelId }) => modelId),
      ),
      Tags: await services.tagsOf('bedrock:flow', described.arn),
    };
  },
  async find({ bedrockAgent }, arn) {
    const { id, name } = await bedrockAgent('GetFlow', { flowIdentifier: nameInArn(arn) });
    return { arn, id, name };
  },
  affected: (event, { scope }) =>
    bedrockArn(scope, 'flow', asked(event, 'flowIdentifier') ?? answered(event, 'arn')),
  relations: (config, { scope }) => [
    relation('assumes', config['executionRoleArn']),
    relation('encrypted-by', kmsKeyArn(scope, config['customerEncryptionKeyArn'])),
    ...distinct([
      ...listOf(config['lambdaNodes']).map((node) => functionArn(at(node, 'lambdaArn'))),
      ...listOf(config['agentNodes']).map((node) => agentOfAlias(at(node, 'agentAliasArn'))),
    ]).map((target) => relation('calls', target)),
    ...distinct(
      listOf(config['knowledgeBaseNodes']).map((node) =>
        bedrockArn(scope, 'knowledge-base', at(node, 'knowledgeBaseId')),
      ),
    ).map((target) => relation('reads-from', target)),
    ...distinct(
      [...listOf(config['promptNodes']), ...listOf(config['knowledgeBaseNodes'])].map((node) =>
        bedrockArn(scope, 'guardrail', at(node, 'guardrailConfiguration', 'guardrailIdentifier')),
      ),
    ).map((target) => relation('guarded-by', target)),
  ],
});

/** Loops hold nodes of their own. */
const nodesOf = (nodes: readonly FlowNode[]): FlowNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.configuration?.loop?.definition?.nodes ?? [])]);

/** What nodes run on and are guarded by; prompts, code and conditions are the owner's text. */
function keptNodes(nodes: readonly FlowNode[]) {
  return {
    promptNodes: nodes.flatMap(({ name, configuration: { prompt } = {} }) =>
      prompt
        ? [
            {
              name,
              modelId: prompt.sourceConfiguration?.inline?.modelId,
              promptArn: prompt.sourceConfiguration?.resource?.promptArn,
              guardrailConfiguration: prompt.guardrailConfiguration,
            },
          ]
        : [],
    ),
    knowledgeBaseNodes: nodes.flatMap(({ name, configuration: { knowledgeBase } = {} }) =>
      knowledgeBase
        ? [
            {
              name,
              knowledgeBaseId: knowledgeBase.knowledgeBaseId,
              modelId: knowledgeBase.modelId,
              guardrailConfiguration: knowledgeBase.guardrailConfiguration,
            },
          ]
        : [],
    ),
    agentNodes: nodes.flatMap(({ name, configuration: { agent } = {} }) =>
      agent ? [{ name, agentAliasArn: agent.agentAliasArn }] : [],
    ),
    lambdaNodes: nodes.flatMap(({ name, configuration: { lambdaFunction } = {} }) =>
      lambdaFunction ? [{ name, lambdaArn: lambdaFunction.lambdaArn }] : [],
    ),
  };
}
