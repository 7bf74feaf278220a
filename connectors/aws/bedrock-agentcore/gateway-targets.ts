import { gatewayTarget } from '#shared/assets/aws/bedrock-agentcore.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { toJson } from '../../config.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { agentCoreArn, targetArn } from './arns.ts';
import { at } from './config.ts';

interface Summary {
  readonly gatewayId: string | undefined;
  readonly targetId: string | undefined;
  readonly name: string | undefined;
}

export default awsConnector<Summary>(gatewayTarget, {
  rare: true,
  operations: {
    list: awsOperations(
      'bedrock-agentcore-control:ListGateways',
      'bedrock-agentcore-control:ListGatewayTargets',
    ),
    read: awsOperations('bedrock-agentcore-control:GetGatewayTarget'),
  },
  events: ['CreateGatewayTarget', 'UpdateGatewayTarget', 'DeleteGatewayTarget'],
  async *list({ bedrockAgentCore }) {
    for await (const { gatewayId } of bedrockAgentCore.list('ListGateways', { maxResults: 1000 }, 'items')) {
      const targets = bedrockAgentCore.list(
        'ListGatewayTargets',
        { gatewayIdentifier: gatewayId, maxResults: 1000 },
        'items',
      );
      for await (const { targetId, name } of targets) yield { gatewayId, targetId, name };
    }
  },
  identify: ({ gatewayId, targetId, name = '' }, { scope }) => ({
    id: targetArn(agentCoreArn(scope, 'gateway', gatewayId), targetId) ?? '',
    name,
  }),
  async read({ bedrockAgentCore }, { gatewayId, targetId }) {
    const described = await bedrockAgentCore('GetGatewayTarget', { gatewayIdentifier: gatewayId, targetId });
    return {
      ...described,
      // Where a user is sent to agree, and with which session.
      authorizationData: undefined,
      targetConfiguration: withoutPayloads(toJson(described.targetConfiguration)),
      credentialProviderConfigurations: withoutPayloads(toJson(described.credentialProviderConfigurations)),
    };
  },
  async find({ bedrockAgentCore }, id) {
    const [, gatewayId, targetId] = /:gateway\/([^/]+)\/target\/([^/]+)$/.exec(id) ?? [];
    const { name } = await bedrockAgentCore('GetGatewayTarget', { gatewayIdentifier: gatewayId, targetId });
    return { gatewayId, targetId, name };
  },
  affected: (event, { scope }) =>
    targetArn(
      agentCoreArn(scope, 'gateway', asked(event, 'gatewayIdentifier')),
      asked(event, 'targetId') ?? answered(event, 'targetId'),
    ),
  relations: (
    { gatewayArn, targetConfiguration, credentialProviderConfigurations },
    { scope: { region } },
  ) => {
    const mcp = at(targetConfiguration, 'mcp');
    const schemas = [
      ['openApiSchema'],
      ['smithyModel'],
      ['lambda', 'toolSchema'],
      ['mcpServer', 'mcpToolSchema'],
    ].map((path) => at(mcp, ...path, 's3', 'uri'));
    const providers = Array.isArray(credentialProviderConfigurations) ? credentialProviderConfigurations : [];
    return [
      relation('attached-to', gatewayArn),
      relation('calls', at(mcp, 'lambda', 'lambdaArn')),
      relation('calls', at(targetConfiguration, 'http', 'agentcoreRuntime', 'arn')),
      ...schemas.map((uri) => relation('reads-from', bucketArnOf(uri, region))),
      ...providers.flatMap((provider) =>
        ['apiKeyCredentialProvider', 'oauthCredentialProvider'].map((kind) =>
          relation('reads-from', at(provider, 'credentialProvider', kind, 'providerArn')),
        ),
      ),
    ];
  },
});

/** Schemas are the owner’s text, and the values of parameters may be secrets: neither decides anything. */
function withoutPayloads(config: Json | undefined): Json | undefined {
  if (Array.isArray(config)) return config.map((element) => withoutPayloads(element) ?? null);
  if (!isObject(config)) return config;
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]): [string, Json][] => {
      if (key === 'inlinePayload') return [];
      const kept =
        (key === 'staticQueryParameters' || key === 'customParameters') && isObject(value)
          ? withoutValues(Object.fromEntries(Object.entries(value).map(([name, set]) => [name, String(set)])))
          : withoutPayloads(value);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
