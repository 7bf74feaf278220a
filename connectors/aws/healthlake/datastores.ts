import type { DatastoreProperties } from '@aws-sdk/client-healthlake';
import { datastore } from '#shared/assets/aws/healthlake.ts';
import { isObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { arnIn, kmsKeyArn, nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { firstOf } from '../window.ts';

const all = ({ healthLake }: AwsServices) =>
  healthLake.list('ListFHIRDatastores', { MaxResults: 100 }, 'DatastorePropertiesList');

export default awsConnector<DatastoreProperties>(datastore, {
  rare: true,
  operations: { list: awsOperations('healthlake:ListFHIRDatastores'), parts: { Tags: getResources } },
  events: ['CreateFHIRDatastore', 'TagResource', 'UntagResource', 'DeleteFHIRDatastore'],
  list: (services) => all(services),
  identify: ({ DatastoreArn = '', DatastoreName }) => ({
    id: DatastoreArn,
    name: DatastoreName ?? nameInArn(DatastoreArn),
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('healthlake:datastore', summary.DatastoreArn),
  }),
  find: (services, id) => firstOf(all(services), ({ DatastoreArn }) => DatastoreArn === id),
  affected: (event, { scope }) => {
    const tagged = asked(event, 'resourceARN');
    const id = asked(event, 'datastoreId') ?? answered(event, 'datastoreId');
    return tagged ?? (id && arnIn(scope, 'healthlake', `datastore/fhir/${id}`));
  },
  relations: ({ SseConfiguration }, { scope }) => {
    const encryption = isObject(SseConfiguration) ? SseConfiguration['KmsEncryptionConfig'] : undefined;
    return [
      relation('encrypted-by', kmsKeyArn(scope, isObject(encryption) ? encryption['KmsKeyId'] : undefined)),
    ];
  },
});
