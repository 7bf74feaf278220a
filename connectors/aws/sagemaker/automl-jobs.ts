import type { AutoMLJobSummary } from '@aws-sdk/client-sagemaker';
import { autoMlJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { jobWindows } from './job-history.ts';
import { subnetsOf } from './models.ts';
import { at, listAt } from './places.ts';

/** The second version of the describing operation knows jobs that were created by the first as well. */
export default awsConnector<Pick<AutoMLJobSummary, 'AutoMLJobArn' | 'AutoMLJobName'>>(autoMlJob, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListAutoMLJobs'),
    read: awsOperations('sagemaker:DescribeAutoMLJobV2'),
  },
  events: ['CreateAutoMLJob', 'CreateAutoMLJobV2', 'StopAutoMLJob'],
  withoutEvents: {
    update: 'an AutoML job cannot be changed, only stopped',
    delete: 'an AutoML job cannot be deleted',
  },
  async *list({ sagemaker }, reading) {
    for (const window of jobWindows(reading))
      yield* sagemaker.list('ListAutoMLJobs', { MaxResults: 100, ...window }, 'AutoMLJobSummaries');
  },
  identify: ({ AutoMLJobArn = '', AutoMLJobName = '' }) => ({ id: AutoMLJobArn, name: AutoMLJobName }),
  async read({ sagemaker }, { AutoMLJobName }) {
    const job = await sagemaker('DescribeAutoMLJobV2', { AutoMLJobName });
    // What it found and how it went decides nothing here, and may hold anything.
    return {
      ...job,
      AutoMLProblemTypeConfig: undefined,
      BestCandidate: undefined,
      FailureReason: undefined,
      PartialFailureReasons: undefined,
    };
  },
  find: async (_services, id) => ({ AutoMLJobArn: id, AutoMLJobName: nameInArn(id) }),
  affected: (event, { scope }) => sagemakerArn(scope, 'automl-job', asked(event, 'autoMLJobName')),
  relations: (config, { scope }) => [
    relation('assumes', config['RoleArn']),
    ...subnetsOf(at(config, 'SecurityConfig', 'VpcConfig')),
    ...listAt(config, 'AutoMLJobInputDataConfig').map((channel) =>
      relation('trained-on', bucketArnOf(at(channel, 'DataSource', 'S3DataSource', 'S3Uri'), scope.region)),
    ),
    relation('writes-to', bucketArnOf(at(config, 'OutputDataConfig', 'S3OutputPath'), scope.region)),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'OutputDataConfig', 'KmsKeyId'))),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'SecurityConfig', 'VolumeKmsKeyId'))),
  ],
});
