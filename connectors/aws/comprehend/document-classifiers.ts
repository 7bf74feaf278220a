import type { DocumentClassifierProperties } from '@aws-sdk/client-comprehend';
import { documentClassifier } from '#shared/assets/aws/comprehend.ts';
import { relation } from '../../connector.ts';
import { kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { firstOf } from '../window.ts';

const all = ({ comprehend }: AwsServices) =>
  comprehend.list('ListDocumentClassifiers', { MaxResults: 500 }, 'DocumentClassifierPropertiesList');

export default awsConnector<DocumentClassifierProperties>(documentClassifier, {
  rare: true,
  operations: { list: awsOperations('comprehend:ListDocumentClassifiers'), parts: { Tags: getResources } },
  events: ['CreateDocumentClassifier', 'StopTrainingDocumentClassifier', 'DeleteDocumentClassifier'],
  withoutEvents: { update: 'a trained version cannot be changed' },
  list: (services) => all(services),
  identify: ({ DocumentClassifierArn = '' }) => ({
    id: DocumentClassifierArn,
    name: nameInArn(DocumentClassifierArn),
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('comprehend:document-classifier', summary.DocumentClassifierArn),
  }),
  find: (services, id) => firstOf(all(services), ({ DocumentClassifierArn }) => DocumentClassifierArn === id),
  affected: (event) => asked(event, 'documentClassifierArn') ?? answered(event, 'documentClassifierArn'),
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
