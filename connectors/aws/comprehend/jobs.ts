import type { SentimentDetectionJobProperties } from '@aws-sdk/client-comprehend';
import { job } from '#shared/assets/aws/comprehend.ts';
import { isObject } from '#shared/model/json.ts';
import { type Reading, relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, parseArn } from '../arn.ts';
import { answered } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { firstOf, jobsSince } from '../window.ts';

type Job = Pick<SentimentDetectionJobProperties, 'JobArn' | 'JobName' | 'JobId'>;
interface Asked {
  readonly Filter: { readonly SubmitTimeAfter: Date | undefined };
  readonly MaxResults: number;
}

/** The lists, by what the ARNs of their jobs begin with. */
const LISTS: Readonly<Record<string, (services: AwsServices, input: Asked) => AsyncIterable<Job>>> = {
  'entities-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListEntitiesDetectionJobs', input, 'EntitiesDetectionJobPropertiesList'),
  'sentiment-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListSentimentDetectionJobs', input, 'SentimentDetectionJobPropertiesList'),
  'targeted-sentiment-detection-job': ({ comprehend }, input) =>
    comprehend.list(
      'ListTargetedSentimentDetectionJobs',
      input,
      'TargetedSentimentDetectionJobPropertiesList',
    ),
  'key-phrases-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListKeyPhrasesDetectionJobs', input, 'KeyPhrasesDetectionJobPropertiesList'),
  'dominant-language-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListDominantLanguageDetectionJobs', input, 'DominantLanguageDetectionJobPropertiesList'),
  'topics-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListTopicsDetectionJobs', input, 'TopicsDetectionJobPropertiesList'),
  'events-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListEventsDetectionJobs', input, 'EventsDetectionJobPropertiesList'),
  'pii-entities-detection-job': ({ comprehend }, input) =>
    comprehend.list('ListPiiEntitiesDetectionJobs', input, 'PiiEntitiesDetectionJobPropertiesList'),
  'document-classification-job': ({ comprehend }, input) =>
    comprehend.list('ListDocumentClassificationJobs', input, 'DocumentClassificationJobPropertiesList'),
};

const askedOf = (reading: Reading): Asked => ({
  Filter: { SubmitTimeAfter: jobsSince(reading) },
  MaxResults: 500,
});

export default awsConnector<Job>(job, {
  rare: true,
  operations: {
    list: awsOperations(
      'comprehend:ListEntitiesDetectionJobs',
      'comprehend:ListSentimentDetectionJobs',
      'comprehend:ListTargetedSentimentDetectionJobs',
      'comprehend:ListKeyPhrasesDetectionJobs',
      'comprehend:ListDominantLanguageDetectionJobs',
      'comprehend:ListTopicsDetectionJobs',
      'comprehend:ListEventsDetectionJobs',
      'comprehend:ListPiiEntitiesDetectionJobs',
      'comprehend:ListDocumentClassificationJobs',
    ),
  },
  events: [
    'StartEntitiesDetectionJob',
    'StartSentimentDetectionJob',
    'StartTargetedSentimentDetectionJob',
    'StartKeyPhrasesDetectionJob',
    'StartDominantLanguageDetectionJob',
    'StartTopicsDetectionJob',
    'StartEventsDetectionJob',
    'StartPiiEntitiesDetectionJob',
    'StartDocumentClassificationJob',
  ],
  withoutEvents: { update: 'jobs cannot be changed', delete: 'jobs cannot be deleted' },
  async *list(services, reading) {
    for (const list of Object.values(LISTS)) yield* list(services, askedOf(reading));
  },
  identify: ({ JobArn = '', JobName, JobId = '' }) => ({ id: JobArn, name: JobName ?? JobId }),
  async find(services, id, reading) {
    const list = LISTS[parseArn(id)?.resource.split('/')[0] ?? ''];
    return list && firstOf(list(services, askedOf(reading)), ({ JobArn }) => JobArn === id);
  },
  affected: (event) => answered(event, 'jobArn'),
  relations: (
    { DataAccessRoleArn, VolumeKmsKeyId, InputDataConfig, OutputDataConfig: output },
    { scope },
  ) => [
    relation('assumes', DataAccessRoleArn),
    relation('encrypted-by', kmsKeyArn(scope, VolumeKmsKeyId)),
    relation('encrypted-by', kmsKeyArn(scope, isObject(output) ? output['KmsKeyId'] : undefined)),
    relation(
      'reads-from',
      bucketArnOf(isObject(InputDataConfig) ? InputDataConfig['S3Uri'] : undefined, scope.region),
    ),
    relation('writes-to', bucketArnOf(isObject(output) ? output['S3Uri'] : undefined, scope.region)),
  ],
});
