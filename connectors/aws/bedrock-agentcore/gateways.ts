import type { GatewaySummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { gateway } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { agentCoreArn, ofType } from './arns.ts';
import { at } from './config.ts';

export default awsConnector<Pick<GatewaySummary, 'gatewayId' | 'name'>>(gateway, {
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListGateways'),
    read: awsOperations('bedrock-agentcore-control:GetGateway'),
    parts: {
      Policy: awsOperation('bedrock-agentcore-control:GetResourcePolicy'),
      Tags: getResources,
    },
  },
  events: ['CreateGateway', 'UpdateGateway', 'DeleteGateway', 'PutResourcePolicy', 'DeleteResourcePolicy'],
  list: ({ bedrockAgentCore }) => bedrockAgentCore.list('ListGateways', { maxResults: 1000 }, 'items'),
  identify: ({ gatewayId, name = '' }, { scope }) => ({
    id: agentCoreArn(scope, 'gateway', gatewayId) ?? '',
    name,
  }),
  async read(services, { gatewayId }, { scope }) {
    const { bedrockAgentCore } = services;
    const arn = agentCoreArn(scope, 'gateway', gatewayId);
    const [described, Policy, Tags] = await Promise.all([
      bedrockAgentCore('GetGateway', { gatewayIdentifier: gatewayId }),
      bedrockAgentCore.part('GetResourcePolicy', { resourceArn: arn }, ({ policy }) => decodedJson(policy)),
      services.tagsOf('bedrock-agentcore:gateway', arn),
    ]);
    const mcp = described.protocolConfiguration?.mcp;
    return {
      ...described,
      // Instructions are the owner's text and decide nothing here: they are not kept.
      ...(mcp ? { protocolConfiguration: { mcp: { ...mcp, instructions: undefined } } } : {}),
      customTransformConfiguration: undefined,
      Policy,
      Tags,
    };
  },
  async find({ bedrockAgentCore }, id) {
    const { gatewayId, name } = await bedrockAgentCore('GetGateway', { gatewayIdentifier: nameInArn(id) });
    return { gatewayId, name };
  },
  affected: (event, { scope }) =>
    ofType('gateway', asked(event, 'resourceArn')) ??
    answered(event, 'gatewayArn') ??
    agentCoreArn(scope, 'gateway', asked(event, 'gatewayIdentifier') ?? answered(event, 'gatewayId')),
  relations: (config, { scope }) => {
    const interceptors = config['interceptorConfigurations'];
    return [
      relation('assumes', config['roleArn']),
      relation('encrypted-by', kmsKeyArn(scope, config['kmsKeyArn'])),
      relation('guarded-by', config['webAclArn']),
      relation('guarded-by', at(config, 'policyEngineConfiguration', 'arn')),
      ...(Array.isArray(interceptors) ? interceptors : []).map((interceptor) =>
        relation('calls', at(interceptor, 'interceptor', 'lambda', 'arn')),
      ),
    ];
  },
});
