import type { BrowserSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { browser } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { bucketArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { agentCoreArn } from './arns.ts';
import { at, textsAt } from './config.ts';

/** Those that the account made; AWS’s own is the same for all. */
export default awsConnector<Pick<BrowserSummary, 'browserId' | 'browserArn' | 'name'>>(browser, {
  operations: {
    list: awsOperations('bedrock-agentcore-control:ListBrowsers'),
    read: awsOperations('bedrock-agentcore-control:GetBrowser'),
  },
  events: ['CreateBrowser', 'DeleteBrowser'],
  withoutEvents: { update: 'the API has no operation that changes a browser' },
  list: ({ bedrockAgentCore }) =>
    bedrockAgentCore.list('ListBrowsers', { type: 'CUSTOM', maxResults: 100 }, 'browserSummaries'),
  identify: ({ browserArn = '', browserId = '', name = browserId }) => ({ id: browserArn, name }),
  read: ({ bedrockAgentCore }, { browserId }) => bedrockAgentCore('GetBrowser', { browserId }),
  async find({ bedrockAgentCore }, id) {
    const { browserId, name } = await bedrockAgentCore('GetBrowser', { browserId: nameInArn(id) });
    return { browserId, browserArn: id, name };
  },
  affected: (event, { scope }) =>
    answered(event, 'browserArn') ?? agentCoreArn(scope, 'browser-custom', asked(event, 'browserId')),
  relations: (config, { scope: { region } }) => {
    const bucket = at(config, 'recording', 's3Location', 'bucket');
    return [
      relation('assumes', config['executionRoleArn']),
      relation('writes-to', typeof bucket === 'string' ? bucketArn(bucket, region) : undefined),
      ...textsAt(config, 'networkConfiguration', 'vpcConfig', 'subnets').map((subnet) =>
        relation('attached-to', subnet),
      ),
    ];
  },
});
