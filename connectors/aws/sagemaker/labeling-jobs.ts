import type { LabelingJobSummary } from '@aws-sdk/client-sagemaker';
import { labelingJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { jobWindows } from './job-history.ts';
import { subnetsOf } from './models.ts';
import { at } from './places.ts';

export default awsConnector<Pick<LabelingJobSummary, 'LabelingJobArn' | 'LabelingJobName'>>(labelingJob, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListLabelingJobs'),
    read: awsOperations('sagemaker:DescribeLabelingJob'),
  },
  events: ['CreateLabelingJob', 'StopLabelingJob'],
  withoutEvents: {
    update: 'a labeling job cannot be changed, only stopped',
    delete: 'a labeling job cannot be deleted',
  },
  async *list({ sagemaker }, reading) {
    for (const window of jobWindows(reading))
      yield* sagemaker.list('ListLabelingJobs', { MaxResults: 100, ...window }, 'LabelingJobSummaryList');
  },
  identify: ({ LabelingJobArn = '', LabelingJobName = '' }) => ({
    id: LabelingJobArn,
    name: LabelingJobName,
  }),
  async read({ sagemaker }, { LabelingJobName }) {
    const job = await sagemaker('DescribeLabelingJob', { LabelingJobName });
    // What workers are told is the owner's text and decides nothing here.
    return {
      ...job,
      FailureReason: undefined,
      HumanTaskConfig: {
        ...job.HumanTaskConfig,
        TaskTitle: undefined,
        TaskDescription: undefined,
        TaskKeywords: undefined,
      },
    };
  },
  find: async (_services, id) => ({ LabelingJobArn: id, LabelingJobName: nameInArn(id) }),
  affected: (event, { scope }) => sagemakerArn(scope, 'labeling-job', asked(event, 'labelingJobName')),
  relations: (config, { scope }) => {
    const resources = at(config, 'LabelingJobAlgorithmsConfig', 'LabelingJobResourceConfig');
    return [
      relation('assumes', config['RoleArn']),
      ...subnetsOf(at(resources, 'VpcConfig')),
      relation(
        'reads-from',
        bucketArnOf(at(config, 'InputConfig', 'DataSource', 'S3DataSource', 'ManifestS3Uri'), scope.region),
      ),
      relation('writes-to', bucketArnOf(at(config, 'OutputConfig', 'S3OutputPath'), scope.region)),
      relation('encrypted-by', kmsKeyArn(scope, at(config, 'OutputConfig', 'KmsKeyId'))),
      relation('encrypted-by', kmsKeyArn(scope, at(resources, 'VolumeKmsKeyId'))),
      relation('calls', at(config, 'HumanTaskConfig', 'PreHumanTaskLambdaArn')),
    ];
  },
});
