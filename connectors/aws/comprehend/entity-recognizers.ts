import type { EntityRecognizerProperties } from '@aws-sdk/client-comprehend';
import { entityRecognizer } from '#shared/assets/aws/comprehend.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { firstOf } from '../window.ts';

const all = ({ comprehend }: AwsServices) =>
  comprehend.list('ListEntityRecognizers', { MaxResults: 500 }, 'EntityRecognizerPropertiesList');

export default awsConnector<EntityRecognizerProperties>(entityRecognizer, {
  rare: true,
  operations: { list: awsOperations('comprehend:ListEntityRecognizers'), parts: { Tags: getResources } },
  events: ['CreateEntityRecognizer', 'StopTrainingEntityRecognizer', 'DeleteEntityRecognizer'],
  withoutEvents: { update: 'a trained version cannot be changed' },
  list: (services) => all(services),
  identify: ({ EntityRecognizerArn = '' }) => ({
    id: EntityRecognizerArn,
    name: nameInArn(EntityRecognizerArn),
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('comprehend:entity-recognizer', summary.EntityRecognizerArn),
  }),
  find: (services, id) => firstOf(all(services), ({ EntityRecognizerArn }) => EntityRecognizerArn === id),
  affected: (event) => asked(event, 'entityRecognizerArn') ?? answered(event, 'entityRecognizerArn'),
  relations: (
    { DataAccessRoleArn, VolumeKmsKeyId, ModelKmsKeyId, FlywheelArn, SourceModelArn },
    { scope },
  ) => [
    relation('assumes', DataAccessRoleArn),
    relation('encrypted-by', kmsKeyArn(scope, VolumeKmsKeyId)),
    relation('encrypted-by', kmsKeyArn(scope, ModelKmsKeyId)),
    relation('attached-to', FlywheelArn),
    relation('derived-from', SourceModelArn),
  ],
});
