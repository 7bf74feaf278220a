import { model } from '#shared/assets/aws/sagemaker.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { sagemakerTags } from '../tags.ts';
import { search } from './search.ts';
import { type KeptModel, keptModel } from './withholding.ts';

export default awsConnector<KeptModel>(model, {
  operations: {
    list: awsOperations('sagemaker:Search'),
    // The search index follows a change late, so one model is described.
    find: awsOperations('sagemaker:DescribeModel', 'sagemaker:ListTags'),
  },
  events: ['CreateModel', 'DeleteModel'],
  withoutEvents: { update: 'A model is never changed: another is created in its place.' },
  async *list(services) {
    for await (const { Model } of search(services, 'Model')) yield keptModel(Model?.Model ?? {});
  },
  identify: ({ ModelArn = '', ModelName = '' }) => ({ id: ModelArn, name: ModelName }),
  async find(services, id) {
    const described = await services.sagemaker('DescribeModel', { ModelName: nameInArn(id) });
    const kept = keptModel(described);
    return Object.assign(kept, { Tags: await sagemakerTags(services, id) });
  },
  affected: (event, { scope }) => sagemakerArn(scope, 'model', asked(event, 'modelName')),
  relations: ({ ExecutionRoleArn, VpcConfig, PrimaryContainer, Containers }, { scope }) => [
    relation('assumes', ExecutionRoleArn),
    ...subnetsOf(VpcConfig),
    ...[PrimaryContainer, ...(Array.isArray(Containers) ? Containers : [])].flatMap((container) =>
      isObject(container)
        ? [
            relation('stored-in', bucketArnOf(container['ModelDataUrl'] ?? s3UriOf(container), scope.region)),
            relation('runs-image', container['Image']),
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
