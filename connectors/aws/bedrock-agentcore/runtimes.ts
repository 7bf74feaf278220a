import type { AgentRuntime } from '@aws-sdk/client-bedrock-agentcore-control';
import { agentRuntime } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { bucketArn, imageSource, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { getResources } from '../tags.ts';
import { agentCoreArn, ofType } from './arns.ts';
import { at, textsAt } from './config.ts';
import { deliveriesOf, type LogDeliveries, logDeliveries } from './deliveries.ts';

type Summary = Pick<AgentRuntime, 'agentRuntimeId' | 'agentRuntimeArn' | 'agentRuntimeName'> & LogDeliveries;

export default awsConnector<Summary>(agentRuntime, {
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListAgentRuntimes'),
    read: awsOperations('bedrock-agentcore-control:GetAgentRuntime'),
    parts: {
      Policy: awsOperation('bedrock-agentcore-control:GetResourcePolicy'),
      deliverySources: awsOperation('logs:DescribeDeliverySources'),
      deliveries: awsOperation('logs:DescribeDeliveries'),
      Tags: getResources,
    },
  },
  events: [
    'CreateAgentRuntime',
    'UpdateAgentRuntime',
    'DeleteAgentRuntime',
    'PutResourcePolicy',
    'DeleteResourcePolicy',
  ],
  async *list(services) {
    const runtimes = services.bedrockAgentCore.list(
      'ListAgentRuntimes',
      { maxResults: 100 },
      'agentRuntimes',
    );
    let delivered: LogDeliveries | undefined;
    for await (const { agentRuntimeId, agentRuntimeArn, agentRuntimeName } of runtimes) {
      delivered ??= await logDeliveries(services);
      const own = deliveriesOf(agentRuntimeArn ?? '', delivered);
      yield { agentRuntimeId, agentRuntimeArn, agentRuntimeName, ...own };
    }
  },
  identify: ({ agentRuntimeArn = '', agentRuntimeName = '' }) => ({
    id: agentRuntimeArn,
    name: agentRuntimeName,
  }),
  async read(services, { agentRuntimeId, agentRuntimeArn, deliverySources, deliveries }) {
    const { bedrockAgentCore } = services;
    const [described, Policy, Tags] = await Promise.all([
      bedrockAgentCore('GetAgentRuntime', { agentRuntimeId }),
      bedrockAgentCore.part('GetResourcePolicy', { resourceArn: agentRuntimeArn }, ({ policy }) =>
        decodedJson(policy),
      ),
      services.tagsOf('bedrock-agentcore:runtime', agentRuntimeArn),
    ]);
    return {
      ...described,
      environmentVariables: withoutValues(described.environmentVariables),
      Policy,
      deliverySources,
      deliveries,
      Tags,
    };
  },
  async find(services, id) {
    const agentRuntimeId = nameInArn(id);
    const { agentRuntimeName } = await services.bedrockAgentCore('GetAgentRuntime', { agentRuntimeId });
    const own = deliveriesOf(id, await logDeliveries(services));
    return { agentRuntimeId, agentRuntimeArn: id, agentRuntimeName, ...own };
  },
  affected: (event, { scope }) =>
    ofType('runtime', asked(event, 'resourceArn')) ??
    answered(event, 'agentRuntimeArn') ??
    agentCoreArn(scope, 'runtime', asked(event, 'agentRuntimeId')),
  relations: (config, { scope: { region } }) => {
    const image = at(config, 'agentRuntimeArtifact', 'containerConfiguration', 'containerUri');
    const code = at(config, 'agentRuntimeArtifact', 'codeConfiguration', 'code', 's3', 'bucket');
    return [
      relation('assumes', config['roleArn']),
      relation('runs-image', imageSource(image)),
      relation('reads-from', typeof code === 'string' ? bucketArn(code, region) : undefined),
      ...textsAt(config, 'networkConfiguration', 'networkModeConfig', 'subnets').map((subnet) =>
        relation('attached-to', subnet),
      ),
    ];
  },
});
