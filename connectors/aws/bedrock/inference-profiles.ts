import type { InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import { inferenceProfile } from '#shared/assets/aws/bedrock-models.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';

/**
 * The profiles that the account made. `models` names each model in each region that a call may be answered in:
 * where AWS’s own cross-region profile was copied, it leads out of the region here as well.
 */
export default awsConnector<Partial<InferenceProfileSummary>>(inferenceProfile, {
  operations: {
    list: awsOperations('bedrock:ListInferenceProfiles'),
    parts: { Tags: getResources },
    find: awsOperations('bedrock:GetInferenceProfile'),
  },
  events: ['CreateInferenceProfile', 'DeleteInferenceProfile'],
  withoutEvents: { update: 'an inference profile cannot be changed' },
  list: ({ bedrock }) =>
    bedrock.list(
      'ListInferenceProfiles',
      { typeEquals: 'APPLICATION', maxResults: 1000 },
      'inferenceProfileSummaries',
    ),
  identify: ({ inferenceProfileArn = '', inferenceProfileName = '' }) => ({
    id: inferenceProfileArn,
    name: inferenceProfileName,
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('bedrock:application-inference-profile', summary.inferenceProfileArn),
  }),
  find: ({ bedrock }, id) => bedrock('GetInferenceProfile', { inferenceProfileIdentifier: id }),
  affected: (event, { scope }) =>
    answered(event, 'inferenceProfileArn') ??
    bedrockArn(scope, 'application-inference-profile', asked(event, 'inferenceProfileIdentifier')),
  relations: ({ models }) =>
    (Array.isArray(models) ? models : []).map((model) =>
      isObject(model) ? relation('calls', model['modelArn']) : undefined,
    ),
});
