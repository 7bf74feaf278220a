import type { TransformJobSummary } from '@aws-sdk/client-sagemaker';
import { transformJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { jobWindows } from './job-history.ts';
import { at } from './places.ts';

export default awsConnector<Pick<TransformJobSummary, 'TransformJobArn' | 'TransformJobName'>>(transformJob, {
  operations: {
    list: awsOperations('sagemaker:ListTransformJobs'),
    read: awsOperations('sagemaker:DescribeTransformJob'),
  },
  events: ['CreateTransformJob', 'StopTransformJob'],
  withoutEvents: {
    update: 'a transform job cannot be changed, only stopped',
    delete: 'a transform job cannot be deleted',
  },
  async *list({ sagemaker }, reading) {
    for (const window of jobWindows(reading))
      yield* sagemaker.list('ListTransformJobs', { MaxResults: 100, ...window }, 'TransformJobSummaries');
  },
  identify: ({ TransformJobArn = '', TransformJobName = '' }) => ({
    id: TransformJobArn,
    name: TransformJobName,
  }),
  async read({ sagemaker }, { TransformJobName }) {
    const job = await sagemaker('DescribeTransformJob', { TransformJobName });
    return { ...job, Environment: withoutValues(job.Environment), FailureReason: undefined };
  },
  find: async (_services, id) => ({ TransformJobArn: id, TransformJobName: nameInArn(id) }),
  affected: (event, { scope }) => sagemakerArn(scope, 'transform-job', asked(event, 'transformJobName')),
  relations: (config, { scope }) => [
    relation('derived-from', sagemakerArn(scope, 'model', config['ModelName'])),
    relation(
      'reads-from',
      bucketArnOf(at(config, 'TransformInput', 'DataSource', 'S3DataSource', 'S3Uri'), scope.region),
    ),
    relation('writes-to', bucketArnOf(at(config, 'TransformOutput', 'S3OutputPath'), scope.region)),
    relation('logs-to', bucketArnOf(at(config, 'DataCaptureConfig', 'DestinationS3Uri'), scope.region)),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'TransformOutput', 'KmsKeyId'))),
    relation('encrypted-by', kmsKeyArn(scope, at(config, 'TransformResources', 'VolumeKmsKeyId'))),
  ],
});
