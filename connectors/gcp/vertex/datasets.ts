import { vertexDataset } from '#shared/assets/gcp/vertex-data.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { NOT_KEPT } from '../environment.ts';
import { bigQueryIdOf } from '../identity.ts';
import { objectAt, textsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

/** What says where the data lie. Metadata are of any form: those of a prompt dataset are the prompts. */
const PLACES = new Set(['dataItemSchemaUri', 'gcsBucket', 'inputConfig']);

function withoutContents({ savedQueries: _queries, ...dataset }: JsonObject): JsonObject {
  const { metadata } = dataset;
  if (metadata === undefined) return dataset;
  if (!isObject(metadata)) return { ...dataset, metadata: NOT_KEPT };
  return {
    ...dataset,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => PLACES.has(key))),
  };
}

export default vertexCollection(vertexDataset, 'datasets', {
  inventory: 'Dataset',
  kept: withoutContents,
  relations: (dataset) => {
    const metadata = objectAt(dataset, 'metadata');
    const input = objectAt(metadata, 'inputConfig');
    const { gcsBucket } = metadata;
    return [
      encryptedBy(dataset),
      relation('stored-in', typeof gcsBucket === 'string' ? bucketIdOf(`gs://${gcsBucket}`) : undefined),
      ...textsAt(objectAt(input, 'gcsSource'), 'uri').map((uri) => relation('reads-from', bucketIdOf(uri))),
      relation('reads-from', bigQueryIdOf(objectAt(input, 'bigquerySource')['uri'])),
    ];
  },
});
