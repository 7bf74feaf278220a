import type { LanguageModel } from '@aws-sdk/client-transcribe';
import { languageModel } from '#shared/assets/aws/transcribe.ts';
import { isObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { arnIn, bucketArnOf, kmsKeyArn, nameInArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { getResources } from '../tags.ts';
import { firstOf } from '../window.ts';

const modelArn = (scope: Scope, name = ''): string => arnIn(scope, 'transcribe', `language-model/${name}`);

export default awsConnector<LanguageModel>(languageModel, {
  rare: true,
  operations: { list: awsOperations('transcribe:ListLanguageModels'), parts: { Tags: getResources } },
  events: ['CreateLanguageModel', 'DeleteLanguageModel'],
  withoutEvents: { update: 'a trained model cannot be changed' },
  list: ({ transcribe }) => transcribe.list('ListLanguageModels', { MaxResults: 100 }, 'Models'),
  identify: ({ ModelName = '' }, { scope }) => ({
    id: ModelName && modelArn(scope, ModelName),
    name: ModelName,
  }),
  read: async (services, summary, { scope }) => ({
    ...summary,
    Tags: await services.tagsOf('transcribe:language-model', modelArn(scope, summary.ModelName)),
  }),
  find: ({ transcribe }, id) =>
    firstOf(
      transcribe.list('ListLanguageModels', { NameContains: nameInArn(id), MaxResults: 100 }, 'Models'),
      ({ ModelName }) => ModelName === nameInArn(id),
    ),
  affected: (event, { scope }) => {
    const name = asked(event, 'modelName');
    return name && modelArn(scope, name);
  },
  relations: ({ InputDataConfig: input, EncryptionConfiguration: encryption }, { scope }) => [
    relation('encrypted-by', kmsKeyArn(scope, isObject(encryption) ? encryption['KMSKey'] : undefined)),
    relation('assumes', isObject(input) ? input['DataAccessRoleArn'] : undefined),
    relation('trained-on', bucketArnOf(isObject(input) ? input['S3Uri'] : undefined, scope.region)),
  ],
});
