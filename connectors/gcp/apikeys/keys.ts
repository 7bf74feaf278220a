import { apiKey } from '#shared/assets/gcp/apikeys.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';
import { enabledServicesId } from '../service-usage/api.ts';

const HOST = 'apikeys.googleapis.com';

/** Neither gives the key itself: that is another method, and another permission. */
const listKeys = googleList(
  'apikeys.keys.list',
  `https://${HOST}/v2/projects/{project}/locations/global/keys?pageSize=300`,
  'keys',
);
const getKey = googleGet('apikeys.keys.get', `https://${HOST}/v2/{+name}`);

export default gcpConnector<JsonObject>(apiKey, {
  operations: { list: [listKeys], find: [getKey] },
  list: ({ google }, { scope }) => google.list(listKeys, { project: scope.account }),
  identify: (key) => googleIdentity(HOST, key),
  find: ({ google }, id) => google.get(getKey, { name: resourceNameOf(id) }),
  relations: (_key, { scope }) => [relation('attached-to', enabledServicesId(scope.account))],
});
