import { trainingJob } from '#shared/assets/aws/sagemaker.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { sagemakerTags } from '../tags.ts';
import { subnetsOf } from './models.ts';
import { search } from './search.ts';
import { type KeptTrainingJob, keptTrainingJob } from './withholding.ts';

const DAY_MILLISECONDS = 86_400_000;

/** The form that the search wants of a time: `YYYY-mm-dd'T'HH:MM:SS`, in UTC. */
const searchTime = (time: Date): string => time.toISOString().slice(0, 19);

export default awsConnector<KeptTrainingJob>(trainingJob, {
  operations: {
    list: awsOperations('sagemaker:Search'),
    find: awsOperations('sagemaker:DescribeTrainingJob', 'sagemaker:ListTags'),
  },
  events: ['CreateTrainingJob', 'UpdateTrainingJob', 'StopTrainingJob', 'DeleteTrainingJob'],
  // Finished jobs cannot be changed and are kept for ever: only what runs, or ran of late, is looked at.
  async *list(services, { startedAt, jobHistoryDays }) {
    const since = new Date(startedAt.getTime() - jobHistoryDays * DAY_MILLISECONDS);
    const jobs = search(services, 'TrainingJob', {
      Operator: 'Or',
      Filters: [
        { Name: 'TrainingJobStatus', Operator: 'Equals', Value: 'InProgress' },
        { Name: 'LastModifiedTime', Operator: 'GreaterThanOrEqualTo', Value: searchTime(since) },
      ],
    });
    for await (const { TrainingJob } of jobs) yield keptTrainingJob(TrainingJob ?? {});
  },
  identify: ({ TrainingJobArn = '', TrainingJobName = '' }) => ({
    id: TrainingJobArn,
    name: TrainingJobName,
  }),
  async find(services, id) {
    const described = await services.sagemaker('DescribeTrainingJob', { TrainingJobName: nameInArn(id) });
    return Object.assign(keptTrainingJob(described), { Tags: await sagemakerTags(services, id) });
  },
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
