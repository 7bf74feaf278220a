import type { CodeRepositorySummary } from '@aws-sdk/client-sagemaker';
import { codeRepository } from '#shared/assets/aws/sagemaker-studio.ts';
import { nameInArn, sagemakerArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

export default awsConnector<CodeRepositorySummary>(codeRepository, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListCodeRepositories'),
    parts: { Tags: getResources },
    find: awsOperations('sagemaker:DescribeCodeRepository'),
  },
  events: ['CreateCodeRepository', 'UpdateCodeRepository', 'DeleteCodeRepository'],
  list: ({ sagemaker }) =>
    sagemaker.list('ListCodeRepositories', { MaxResults: 100 }, 'CodeRepositorySummaryList'),
  identify: ({ CodeRepositoryArn = '', CodeRepositoryName = '' }) => ({
    id: CodeRepositoryArn,
    name: CodeRepositoryName,
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('sagemaker:code-repository', summary.CodeRepositoryArn),
  }),
  find: ({ sagemaker }, id) => sagemaker('DescribeCodeRepository', { CodeRepositoryName: nameInArn(id) }),
  affected: (event, { scope }) =>
    answered(event, 'codeRepositoryArn') ??
    sagemakerArn(scope, 'code-repository', asked(event, 'codeRepositoryName')),
});
