import type { MlflowAppSummary } from '@aws-sdk/client-sagemaker';
import { mlflowApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';

/** MLflow without a server of one's own. */
export default awsConnector<Pick<MlflowAppSummary, 'Arn' | 'Name'>>(mlflowApp, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListMlflowApps'),
    read: awsOperations('sagemaker:DescribeMlflowApp'),
    parts: { Tags: getResources },
  },
  events: ['CreateMlflowApp', 'UpdateMlflowApp', 'DeleteMlflowApp'],
  async *list({ sagemaker }) {
    for await (const { Arn, Name, Status } of sagemaker.list(
      'ListMlflowApps',
      { MaxResults: 100 },
      'Summaries',
    ))
      if (Status !== 'Deleted') yield { Arn, Name };
  },
  identify: ({ Arn = '', Name = '' }) => ({ id: Arn, name: Name }),
  async read(services, { Arn }) {
    const described = await services.sagemaker('DescribeMlflowApp', { Arn });
    return { ...described, Tags: await services.tagsOf('sagemaker:mlflow-app', Arn) };
  },
  async find({ sagemaker }, id) {
    const { Arn, Name, Status } = await sagemaker('DescribeMlflowApp', { Arn: id });
    return Status === 'Deleted' ? undefined : { Arn, Name };
  },
  affected: (event) => asked(event, 'arn') ?? answered(event, 'arn'),
  relations: ({ RoleArn, KmsKeyId, ArtifactStoreUri }, { scope }) => [
    relation('assumes', RoleArn),
    relation('encrypted-by', kmsKeyArn(scope, KmsKeyId)),
    relation('stored-in', bucketArnOf(ArtifactStoreUri, scope.region)),
  ],
});
