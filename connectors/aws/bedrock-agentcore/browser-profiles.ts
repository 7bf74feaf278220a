import type { BrowserProfileSummary } from '@aws-sdk/client-bedrock-agentcore-control';
import { browserProfile } from '#shared/assets/aws/bedrock-agentcore.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { agentCoreArn } from './arns.ts';

/** What browser sessions leave behind: that it is there, and never the cookies in it. */
export default awsConnector<BrowserProfileSummary>(browserProfile, {
  rare: true,
  operations: { list: awsOperations('bedrock-agentcore-control:ListBrowserProfiles') },
  events: ['CreateBrowserProfile', 'DeleteBrowserProfile'],
  withoutEvents: {
    update: 'sessions are saved into a profile by a data operation, which CloudTrail leaves out',
  },
  list: profiles,
  identify: ({ profileArn = '', name = '' }) => ({ id: profileArn, name }),
  async find(services, id) {
    for await (const found of profiles(services)) if (found.profileArn === id) return found;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'profileArn') ?? agentCoreArn(scope, 'browser-profile', asked(event, 'profileId')),
  relations: ({ lastSavedBrowserId }, { scope }) => [
    relation(
      'derived-from',
      typeof lastSavedBrowserId === 'string'
        ? agentCoreArn(scope, 'browser-custom', lastSavedBrowserId)
        : undefined,
    ),
  ],
});

function profiles({ bedrockAgentCore }: AwsServices) {
  return bedrockAgentCore.list('ListBrowserProfiles', { maxResults: 100 }, 'profileSummaries');
}
