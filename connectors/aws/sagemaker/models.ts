import { model } from '#shared/assets/aws/sagemaker.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, imageSource, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { searchedConnector } from './search.ts';
import { type KeptModel, keptModel } from './withholding.ts';

export default searchedConnector<KeptModel>(model, {
  resource: 'Model',
  instead: { list: 'sagemaker:ListModels', describe: 'sagemaker:DescribeModel' },
  taggedAs: 'sagemaker:model',
  events: ['CreateModel', 'DeleteModel'],
  withoutEvents: { update: 'A model is never changed: another is created in its place.' },
  taken: ({ Model }) => Model?.Model && keptModel(Model.Model),
  identify: ({ ModelArn = '', ModelName = '' }) => ({ arn: ModelArn, name: ModelName }),
  nameOf: nameInArn,
  async *list({ sagemaker }) {
    for await (const { ModelArn = '', ModelName = '' } of sagemaker.list(
      'ListModels',
      { MaxResults: 100 },
      'Models',
    ))
      yield { arn: ModelArn, name: ModelName };
  },
  describe: async ({ sagemaker }, { name }) =>
    keptModel(await sagemaker('DescribeModel', { ModelName: name })),
  affected: (event, { scope }) => sagemakerArn(scope, 'model', asked(event, 'modelName')),
  relations: ({ ExecutionRoleArn, VpcConfig, PrimaryContainer, Containers }, { scope }) => [
    relation('assumes', ExecutionRoleArn),
    ...subnetsOf(VpcConfig),
    ...[PrimaryContainer, ...(Array.isArray(Containers) ? Containers : [])].flatMap((container) =>
      isObject(container)
        ? [
            relation('stored-in', bucketArnOf(container['ModelDataUrl'] ?? s3UriOf(container), scope.region)),
            relation('runs-image', imageSource(container['Image'])),
            relation('derived-from', container['ModelPackageName']),
          ]
        : [],
    ),
  ],
});

function s3UriOf({ ModelDataSource }: { ModelDataSource?: Json }): Json | undefined {
  const source = isObject(ModelDataSource) ? ModelDataSource['S3DataSource'] : undefined;
  return isObject(source) ? source['S3Uri'] : undefined;
}

/** The subnets that a VpcConfig names. */
export function subnetsOf(vpcConfig: Json | undefined) {
  const subnets = isObject(vpcConfig) ? vpcConfig['Subnets'] : undefined;
  return Array.isArray(subnets) ? subnets.map((subnet) => relation('attached-to', subnet)) : [];
}
