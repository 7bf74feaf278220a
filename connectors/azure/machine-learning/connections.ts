import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { valueAt } from '../reply.ts';
import { inWorkspaces } from './children.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/connections';

/** Without their credentials, which only `connections/listsecrets` gives out. */
const listConnections = armList(`${TYPE}/list`, `${TYPE}/read`, '{+workspace}/connections', API_VERSION);
const getConnection = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+connection}', API_VERSION);

export default azureConnector<JsonObject>(mlConnection, {
  operations: { list: [listWorkspaces, listConnections], find: [getConnection] },
  list: (services, { scope }) => inWorkspaces(services, scope, listConnections),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getConnection, { connection: id }),
  relations: ({ id, properties }) => [
    relation('attached-to', parentOf(id)),
    relation('calls', valueAt(properties, 'metadata', 'ResourceId')),
    relation('assumes', valueAt(properties, 'credentials', 'resourceId')),
  ],
});
