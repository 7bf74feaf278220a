import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { inWorkspaces } from './children.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/datastores';

/** What credentials there are of which kind; `datastores/listSecrets`, which gives them out, is never called. */
const listDatastores = armList(`${TYPE}/list`, `${TYPE}/read`, '{+workspace}/datastores', API_VERSION);
const getDatastore = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+datastore}', API_VERSION);

export default azureConnector<JsonObject>(datastore, {
  operations: { list: [listWorkspaces, listDatastores], find: [getDatastore] },
  list: (services, { scope }) => inWorkspaces(services, scope, listDatastores),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getDatastore, { datastore: id }),
  relations: ({ id, properties }) => [
    relation('attached-to', parentOf(id)),
    relation('stored-in', storageAccountOf(properties)),
  ],
});

/** Known where the reply says which group the account is in; one with a key needs no more than its name. */
function storageAccountOf(properties: Json | undefined): string | undefined {
  if (!isObject(properties)) return undefined;
  const { subscriptionId, resourceGroup, accountName } = properties;
  return [subscriptionId, resourceGroup, accountName].every((part) => typeof part === 'string' && part !== '')
    ? `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Storage/storageAccounts/${accountName}`
    : undefined;
}
