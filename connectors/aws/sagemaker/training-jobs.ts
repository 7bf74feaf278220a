import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, imageSource, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { jobWindows, searchWindow } from './job-history.ts';
import { subnetsOf } from './models.ts';
import { at, listAt } from './places.ts';
import { searchedConnector } from './search.ts';
import { type KeptTrainingJob, keptTrainingJob } from './withholding.ts';

export default searchedConnector<KeptTrainingJob>(trainingJob, {
  resource: 'TrainingJob',
  instead: { list: 'sagemaker:ListTrainingJobs', describe: 'sagemaker:DescribeTrainingJob' },
  taggedAs: 'sagemaker:training-job',
  events: ['CreateTrainingJob', 'UpdateTrainingJob', 'StopTrainingJob', 'DeleteTrainingJob'],
  expression: (reading) => searchWindow(reading, 'TrainingJobStatus'),
  taken: ({ TrainingJob }) => TrainingJob && keptTrainingJob(TrainingJob),
  identify: ({ TrainingJobArn = '', TrainingJobName = '' }) => ({
    arn: TrainingJobArn,
    name: TrainingJobName,
  }),
  nameOf: nameInArn,
  async *list({ sagemaker }, reading) {
    for (const window of jobWindows(reading))
      for await (const { TrainingJobArn = '', TrainingJobName = '' } of sagemaker.list(
        'ListTrainingJobs',
        { MaxResults: 100, ...window },
        'TrainingJobSummaries',
      ))
        yield { arn: TrainingJobArn, name: TrainingJobName };
  },
  describe: async ({ sagemaker }, { name }) =>
    keptTrainingJob(await sagemaker('DescribeTrainingJob', { TrainingJobName: name })),
  affected: (event, { scope }) => sagemakerArn(scope, 'training-job', asked(event, 'trainingJobName')),
  relations: (
    {
      RoleArn,
      VpcConfig,
      InputDataConfig,
      OutputDataConfig,
      ResourceConfig,
      ModelArtifacts,
      AlgorithmSpecification,
    },
    { scope },
  ) => [
    relation('assumes', RoleArn),
    ...subnetsOf(VpcConfig),
    ...listAt(InputDataConfig).map((channel) =>
      relation('trained-on', bucketArnOf(at(channel, 'DataSource', 'S3DataSource', 'S3Uri'), scope.region)),
    ),
    relation('writes-to', bucketArnOf(at(OutputDataConfig, 'S3OutputPath'), scope.region)),
    relation('stored-in', bucketArnOf(at(ModelArtifacts, 'S3ModelArtifacts'), scope.region)),
    relation('encrypted-by', kmsKeyArn(scope, at(OutputDataConfig, 'KmsKeyId'))),
    relation('encrypted-by', kmsKeyArn(scope, at(ResourceConfig, 'VolumeKmsKeyId'))),
    relation('runs-image', imageSource(at(AlgorithmSpecification, 'TrainingImage'))),
  ],
});
