import { batchEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities } from '../relations.ts';
import { inWorkspaces } from './children.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/batchEndpoints';

export const listBatchEndpoints = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  '{+workspace}/batchEndpoints',
  API_VERSION,
);
const getBatchEndpoint = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+endpoint}', API_VERSION);

export default azureConnector<JsonObject>(batchEndpoint, {
  operations: { list: [listWorkspaces, listBatchEndpoints], find: [getBatchEndpoint] },
  list: (services, { scope }) => inWorkspaces(services, scope, listBatchEndpoints),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getBatchEndpoint, { endpoint: id }),
  relations: ({ id, identity }) => [relation('attached-to', parentOf(id)), ...assumedIdentities(identity)],
});
