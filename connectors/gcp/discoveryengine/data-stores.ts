import { dataStore } from '#shared/assets/gcp/discoveryengine.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { keyIdOf } from '../vertex/api.ts';
import { engineAddress, engineGet, engineList, HOST } from './api.ts';

const listDataStores = engineList('dataStores');
const getDataStore = engineGet('dataStores');

export default gcpConnector<JsonObject>(dataStore, {
  operations: { list: [listDataStores], find: [getDataStore] },
  list: ({ everywhere }) => everywhere(listDataStores),
  identify: (found) => googleIdentity(HOST, found),
  find: ({ google }, id) => google.get(getDataStore, engineAddress(id)),
  relations: (found) => [relation('encrypted-by', keyIdOf(objectAt(found, 'cmekConfig')['kmsKey']))],
});
