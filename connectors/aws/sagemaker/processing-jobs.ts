import type { DescribeProcessingJobResponse, ProcessingJobSummary } from '@aws-sdk/client-sagemaker';
import { processingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { jobWindows } from './job-history.ts';
import { subnetsOf } from './models.ts';
import { at, listAt, runsImage } from './places.ts';

export default awsConnector<Pick<ProcessingJobSummary, 'ProcessingJobArn' | 'ProcessingJobName'>>(
  processingJob,
  {
    operations: {
      list: awsOperations('sagemaker:ListProcessingJobs'),
      read: awsOperations('sagemaker:DescribeProcessingJob'),
    },
    events: ['CreateProcessingJob', 'StopProcessingJob', 'DeleteProcessingJob'],
    withoutEvents: { update: 'a processing job cannot be changed, only stopped' },
    async *list({ sagemaker }, reading) {
      for (const window of jobWindows(reading))
        yield* sagemaker.list('ListProcessingJobs', { MaxResults: 100, ...window }, 'ProcessingJobSummaries');
    },
    identify: ({ ProcessingJobArn = '', ProcessingJobName = '' }) => ({
      id: ProcessingJobArn,
      name: ProcessingJobName,
    }),
    read: async ({ sagemaker }, { ProcessingJobName }) =>
      kept(await sagemaker('DescribeProcessingJob', { ProcessingJobName })),
    find: async (_services, id) => ({ ProcessingJobArn: id, ProcessingJobName: nameInArn(id) }),
    affected: (event, { scope }) => sagemakerArn(scope, 'processing-job', asked(event, 'processingJobName')),
    relations: (config, { scope }) => [
      relation('assumes', config['RoleArn']),
      ...subnetsOf(at(config, 'NetworkConfig', 'VpcConfig')),
      ...listAt(config, 'ProcessingInputs').map((input) =>
        relation('reads-from', bucketArnOf(at(input, 'S3Input', 'S3Uri'), scope.region)),
      ),
      ...listAt(config, 'ProcessingOutputConfig', 'Outputs').map((output) =>
        relation('writes-to', bucketArnOf(at(output, 'S3Output', 'S3Uri'), scope.region)),
      ),
      relation('encrypted-by', kmsKeyArn(scope, at(config, 'ProcessingOutputConfig', 'KmsKeyId'))),
      relation(
        'encrypted-by',
        kmsKeyArn(scope, at(config, 'ProcessingResources', 'ClusterConfig', 'VolumeKmsKeyId')),
      ),
      runsImage(at(config, 'AppSpecification', 'ImageUri')),
    ],
  },
);

/**
 * The job without the values of environment variables, and without what decides nothing here and may hold
 * anything: its command line, its queries, the text of its end.
 */
const kept = (job: DescribeProcessingJobResponse) => ({
  ...job,
  Environment: withoutValues(job.Environment),
  AppSpecification: { ImageUri: job.AppSpecification?.ImageUri },
  ProcessingInputs: job.ProcessingInputs?.map((input) => ({ ...input, DatasetDefinition: undefined })),
  ExitMessage: undefined,
  FailureReason: undefined,
});
