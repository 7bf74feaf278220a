import { searchEngine } from '#shared/assets/gcp/discoveryengine.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { fullName, googleIdentity } from '../identity.ts';
import { textsAt } from '../reply.ts';
import { engineAddress, engineGet, engineList, HOST } from './api.ts';

const listEngines = engineList('engines', `${HOST}/Engine`);
const getEngine = engineGet('engines');

export default gcpConnector<JsonObject>(searchEngine, {
  operations: { list: [listEngines], find: [getEngine] },
  list: ({ everywhere }) => everywhere(listEngines),
  identify: (engine) => googleIdentity(HOST, engine),
  find: ({ google }, id) => google.get(getEngine, engineAddress(id)),
  relations: (engine) => {
    const collection = String(engine['name'] ?? '').replace(/\/engines\/[^/]+$/, '');
    return textsAt(engine, 'dataStoreIds').map((id) =>
      relation('reads-from', fullName(HOST, `${collection}/dataStores/${id}`)),
    );
  },
});
