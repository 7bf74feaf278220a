import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { jobWindows, searchWindow } from './job-history.ts';
import { subnetsOf } from './models.ts';
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
    { RoleArn, VpcConfig, InputDataConfig, OutputDataConfig, ModelArtifacts, AlgorithmSpecification },
    { scope: { region } },
  ) => [
    relation('assumes', RoleArn),
    ...subnetsOf(VpcConfig),
    ...(Array.isArray(InputDataConfig) ? InputDataConfig : []).map((channel) =>
      relation('trained-on', bucketArnOf(at(channel, 'DataSource', 'S3DataSource', 'S3Uri'), region)),
    ),
    relation('writes-to', bucketArnOf(at(OutputDataConfig, 'S3OutputPath'), region)),
    relation('stored-in', bucketArnOf(at(ModelArtifacts, 'S3ModelArtifacts'), region)),
    relation('runs-image', at(AlgorithmSpecification, 'TrainingImage')),
  ],
});

function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (current, key) => (isObject(current) ? current[key] : undefined),
    value,
  );
}
