import type {
  HyperParameterTrainingJobDefinition,
  HyperParameterTuningJobSearchEntity,
} from '@aws-sdk/client-sagemaker';
import { tuningJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { withoutValues } from '../secrets.ts';
import { jobWindows, searchWindow } from './job-history.ts';
import { subnetsOf } from './models.ts';
import { at, listAt, runsImage } from './places.ts';
import { searchedConnector } from './search.ts';

export default searchedConnector<ReturnType<typeof kept>>(tuningJob, {
  rare: true,
  resource: 'HyperParameterTuningJob',
  instead: {
    list: 'sagemaker:ListHyperParameterTuningJobs',
    describe: 'sagemaker:DescribeHyperParameterTuningJob',
  },
  taggedAs: 'sagemaker:hyper-parameter-tuning-job',
  events: ['CreateHyperParameterTuningJob', 'StopHyperParameterTuningJob', 'DeleteHyperParameterTuningJob'],
  withoutEvents: { update: 'a tuning job cannot be changed, only stopped' },
  expression: (reading) => searchWindow(reading, 'HyperParameterTuningJobStatus'),
  taken: (record) => record.HyperParameterTuningJob && kept(record.HyperParameterTuningJob),
  identify: ({ HyperParameterTuningJobArn = '', HyperParameterTuningJobName = '' }) => ({
    arn: HyperParameterTuningJobArn,
    name: HyperParameterTuningJobName,
  }),
  nameOf: nameInArn,
  async *list({ sagemaker }, reading) {
    for (const window of jobWindows(reading))
      for await (const job of sagemaker.list(
        'ListHyperParameterTuningJobs',
        { MaxResults: 100, ...window },
        'HyperParameterTuningJobSummaries',
      ))
        yield { arn: job.HyperParameterTuningJobArn ?? '', name: job.HyperParameterTuningJobName ?? '' };
  },
  describe: async ({ sagemaker }, { name }) =>
    kept(await sagemaker('DescribeHyperParameterTuningJob', { HyperParameterTuningJobName: name })),
  affected: (event, { scope }) =>
    sagemakerArn(scope, 'hyper-parameter-tuning-job', asked(event, 'hyperParameterTuningJobName')),
  relations: ({ TrainingJobDefinition, TrainingJobDefinitions }, { scope }) =>
    [...(TrainingJobDefinition ? [TrainingJobDefinition] : []), ...listAt(TrainingJobDefinitions)].flatMap(
      (definition) => [
        relation('assumes', at(definition, 'RoleArn')),
        ...subnetsOf(at(definition, 'VpcConfig')),
        ...listAt(definition, 'InputDataConfig').map((channel) =>
          relation(
            'trained-on',
            bucketArnOf(at(channel, 'DataSource', 'S3DataSource', 'S3Uri'), scope.region),
          ),
        ),
        relation('writes-to', bucketArnOf(at(definition, 'OutputDataConfig', 'S3OutputPath'), scope.region)),
        relation('encrypted-by', kmsKeyArn(scope, at(definition, 'OutputDataConfig', 'KmsKeyId'))),
        relation('encrypted-by', kmsKeyArn(scope, at(definition, 'ResourceConfig', 'VolumeKmsKeyId'))),
        relation(
          'encrypted-by',
          kmsKeyArn(scope, at(definition, 'HyperParameterTuningResourceConfig', 'VolumeKmsKeyId')),
        ),
        runsImage(at(definition, 'AlgorithmSpecification', 'TrainingImage')),
      ],
    ),
});

const keptDefinition = (definition: HyperParameterTrainingJobDefinition) => ({
  ...definition,
  Environment: withoutValues(definition.Environment),
  StaticHyperParameters: withoutValues(definition.StaticHyperParameters),
});

/** The job without the values of environment variables and of hyperparameters, given and found. */
const kept = (job: HyperParameterTuningJobSearchEntity) => ({
  ...job,
  TrainingJobDefinition: job.TrainingJobDefinition && keptDefinition(job.TrainingJobDefinition),
  TrainingJobDefinitions: job.TrainingJobDefinitions?.map(keptDefinition),
  BestTrainingJob: undefined,
  OverallBestTrainingJob: undefined,
  FailureReason: undefined,
});
