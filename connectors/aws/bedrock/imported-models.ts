import type { ImportedModelSummary } from '@aws-sdk/client-bedrock';
import { importedModel } from '#shared/assets/aws/bedrock-models.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';

export default awsConnector<Pick<ImportedModelSummary, 'modelArn' | 'modelName'>>(importedModel, {
  operations: {
    list: awsOperations('bedrock:ListImportedModels'),
    read: awsOperations('bedrock:GetImportedModel'),
    parts: { Tags: getResources },
  },
  events: ['DeleteImportedModel'],
  withoutEvents: {
    create: 'a model is there when its import has ended, and no call tells of that',
    update: 'an imported model cannot be changed',
  },
  list: ({ bedrock }) => bedrock.list('ListImportedModels', { maxResults: 1000 }, 'modelSummaries'),
  identify: ({ modelArn = '', modelName = '' }) => ({ id: modelArn, name: modelName }),
  read: async (services, { modelArn = '' }) => ({
    ...(await services.bedrock('GetImportedModel', { modelIdentifier: modelArn })),
    Tags: await services.tagsOf('bedrock:imported-model', modelArn),
  }),
  async find({ bedrock }, id) {
    const { modelArn, modelName } = await bedrock('GetImportedModel', { modelIdentifier: id });
    return { modelArn, modelName };
  },
  affected: (event, { scope }) => bedrockArn(scope, 'imported-model', asked(event, 'modelIdentifier')),
  relations: ({ modelKmsKeyArn, modelDataSource }, { scope: { region } }) => {
    const source = isObject(modelDataSource) ? modelDataSource['s3DataSource'] : undefined;
    return [
      relation('encrypted-by', modelKmsKeyArn),
      isObject(source) ? relation('derived-from', bucketArnOf(source['s3Uri'], region)) : undefined,
    ];
  },
});
