import type { ModelCopyJobSummary } from '@aws-sdk/client-bedrock';
import { modelCopyJob } from '#shared/assets/aws/bedrock-models.ts';
import { relation } from '../../connector.ts';
import { nameInArn } from '../arn.ts';
import { answered } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { jobsSince } from '../window.ts';

/** Models that were brought into the account from elsewhere. */
export default awsConnector<Partial<ModelCopyJobSummary>>(modelCopyJob, {
  rare: true,
  operations: {
    list: awsOperations('bedrock:ListModelCopyJobs'),
    find: awsOperations('bedrock:GetModelCopyJob'),
  },
  events: ['CreateModelCopyJob'],
  withoutEvents: { update: 'a job cannot be changed', delete: 'a job cannot be deleted' },
  list: ({ bedrock }, reading) =>
    bedrock.list(
      'ListModelCopyJobs',
      { creationTimeAfter: jobsSince(reading), maxResults: 1000 },
      'modelCopyJobSummaries',
    ),
  identify: ({ jobArn = '', targetModelName }) => ({
    id: jobArn,
    name: targetModelName ?? nameInArn(jobArn),
  }),
  read: async (_services, summary) => ({ ...summary, failureMessage: undefined }),
  find: ({ bedrock }, id) => bedrock('GetModelCopyJob', { jobArn: id }),
  affected: (event) => answered(event, 'jobArn'),
  relations: ({ sourceModelArn, targetModelArn, targetModelKmsKeyArn }) => [
    relation('derived-from', sourceModelArn),
    relation('writes-to', targetModelArn),
    relation('encrypted-by', targetModelKmsKeyArn),
  ],
});
