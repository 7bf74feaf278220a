import type { TranscriptionJobSummary } from '@aws-sdk/client-transcribe';
import { job } from '#shared/assets/aws/transcribe.ts';
import { arnIn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { firstOf, jobsSince } from '../window.ts';

export default awsConnector<TranscriptionJobSummary>(job, {
  rare: true,
  operations: { list: awsOperations('transcribe:ListTranscriptionJobs') },
  events: ['StartTranscriptionJob', 'DeleteTranscriptionJob'],
  withoutEvents: { update: 'jobs cannot be changed' },
  // The list cannot be asked for a time; the service itself forgets jobs after ninety days.
  async *list({ transcribe }, reading) {
    const since = jobsSince(reading);
    const jobs = transcribe.list('ListTranscriptionJobs', { MaxResults: 100 }, 'TranscriptionJobSummaries');
    for await (const found of jobs)
      if (
        !since ||
        (found.CreationTime && found.CreationTime >= since) ||
        found.TranscriptionJobStatus === 'IN_PROGRESS' ||
        found.TranscriptionJobStatus === 'QUEUED'
      )
        yield found;
  },
  identify: ({ TranscriptionJobName = '' }, { scope }) => ({
    id: TranscriptionJobName && arnIn(scope, 'transcribe', `transcription-job/${TranscriptionJobName}`),
    name: TranscriptionJobName,
  }),
  find: ({ transcribe }, id) =>
    firstOf(
      transcribe.list(
        'ListTranscriptionJobs',
        { JobNameContains: nameInArn(id), MaxResults: 100 },
        'TranscriptionJobSummaries',
      ),
      ({ TranscriptionJobName }) => TranscriptionJobName === nameInArn(id),
    ),
  affected: (event, { scope }) => {
    const name = asked(event, 'transcriptionJobName');
    return name && arnIn(scope, 'transcribe', `transcription-job/${name}`);
  },
});
