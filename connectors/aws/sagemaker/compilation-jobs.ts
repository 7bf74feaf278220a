import type { CompilationJobSummary } from '@aws-sdk/client-sagemaker';
import { compilationJob } from '#shared/assets/aws/sagemaker-jobs.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { jobWindows } from './job-history.ts';
import { subnetsOf } from './models.ts';
import { at } from './places.ts';

export default awsConnector<Pick<CompilationJobSummary, 'CompilationJobArn' | 'CompilationJobName'>>(
  compilationJob,
  {
    rare: true,
    operations: {
      list: awsOperations('sagemaker:ListCompilationJobs'),
      read: awsOperations('sagemaker:DescribeCompilationJob'),
    },
    events: ['CreateCompilationJob', 'StopCompilationJob', 'DeleteCompilationJob'],
    withoutEvents: { update: 'a compilation job cannot be changed, only stopped' },
    async *list({ sagemaker }, reading) {
      for (const window of jobWindows(reading, 'INPROGRESS'))
        yield* sagemaker.list(
          'ListCompilationJobs',
          { MaxResults: 100, ...window },
          'CompilationJobSummaries',
        );
    },
    identify: ({ CompilationJobArn = '', CompilationJobName = '' }) => ({
      id: CompilationJobArn,
      name: CompilationJobName,
    }),
    async read({ sagemaker }, { CompilationJobName }) {
      const job = await sagemaker('DescribeCompilationJob', { CompilationJobName });
      return { ...job, FailureReason: undefined };
    },
    find: async (_services, id) => ({ CompilationJobArn: id, CompilationJobName: nameInArn(id) }),
    affected: (event, { scope }) =>
      sagemakerArn(scope, 'compilation-job', asked(event, 'compilationJobName')),
    relations: (config, { scope }) => [
      relation('assumes', config['RoleArn']),
      ...subnetsOf(config['VpcConfig']),
      relation('reads-from', bucketArnOf(at(config, 'InputConfig', 'S3Uri'), scope.region)),
      relation('writes-to', bucketArnOf(at(config, 'OutputConfig', 'S3OutputLocation'), scope.region)),
      relation('derived-from', config['ModelPackageVersionArn']),
      relation('encrypted-by', kmsKeyArn(scope, at(config, 'OutputConfig', 'KmsKeyId'))),
    ],
  },
);
