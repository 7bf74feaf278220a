import type { EvaluationSummary } from '@aws-sdk/client-bedrock';
import { evaluationJob } from '#shared/assets/aws/bedrock-models.ts';
import { relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { jobsSince } from '../window.ts';
import { bedrockArn } from './arns.ts';

const jobs = ({ bedrock }: AwsServices, creationTimeAfter: Date | undefined) =>
  bedrock.list('ListEvaluationJobs', { creationTimeAfter, maxResults: 1000 }, 'jobSummaries');

export default awsConnector<EvaluationSummary>(evaluationJob, {
  rare: true,
  operations: { list: awsOperations('bedrock:ListEvaluationJobs') },
  events: ['CreateEvaluationJob', 'StopEvaluationJob'],
  withoutEvents: { delete: 'jobs are deleted by the list, and an event is about one asset' },
  list: (services, reading) => jobs(services, jobsSince(reading)),
  identify: ({ jobArn = '', jobName = '' }) => ({ id: jobArn, name: jobName }),
  async find(services, id, reading) {
    for await (const job of jobs(services, jobsSince(reading))) if (job.jobArn === id) return job;
    return undefined;
  },
  affected: (event, { scope }) =>
    answered(event, 'jobArn') ?? bedrockArn(scope, 'evaluation-job', asked(event, 'jobIdentifier')),
  relations: ({ modelIdentifiers, ragIdentifiers }) =>
    [modelIdentifiers, ragIdentifiers]
      .flatMap((ids) => (Array.isArray(ids) ? ids : []))
      .map((id) => relation('calls', id)),
});
