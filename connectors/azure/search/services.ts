import { searchService } from '#shared/assets/azure/search.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { listDiagnosticSettings } from '../monitor/diagnostic-settings.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities, logDestinations } from '../relations.ts';
import { valueAt } from '../reply.ts';

const TYPE = 'Microsoft.Search/searchServices';
/** The one of @azure/arm-search 3.3.0, whose models hold the field names. */
const API_VERSION = '2025-05-01';

export const listServices = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getService = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+service}', API_VERSION);

export default azureConnector<JsonObject>(searchService, {
  operations: {
    list: [listServices],
    parts: { diagnosticSettings: listDiagnosticSettings },
    find: [getService],
  },
  list: ({ arm }, { scope }) => arm.list(listServices, { subscription: scope.account }),
  identify: armIdentity,
  read: async ({ arm }, service) => ({
    ...service,
    diagnosticSettings: await arm.partList(listDiagnosticSettings, { resource: idOf(service) }),
  }),
  find: ({ arm }, id) => arm.get(getService, { service: id }),
  relations: ({ identity, properties, diagnosticSettings }) => {
    const links = valueAt(properties, 'sharedPrivateLinkResources');
    return [
      // What its indexers read by a private link; the rest of what they read is no matter of Resource Manager's.
      ...(Array.isArray(links) ? links : []).map((link) =>
        relation('reads-from', valueAt(link, 'properties', 'privateLinkResourceId')),
      ),
      ...assumedIdentities(identity),
      ...logDestinations(diagnosticSettings),
    ];
  },
});
