import { serverlessEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities } from '../relations.ts';
import { valueAt } from '../reply.ts';
import { inWorkspaces } from './children.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints';

const listEndpoints = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  '{+workspace}/serverlessEndpoints',
  API_VERSION,
);
const getEndpoint = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+endpoint}', API_VERSION);

export default azureConnector<JsonObject>(serverlessEndpoint, {
  operations: { list: [listWorkspaces, listEndpoints], find: [getEndpoint] },
  list: (services, { scope }) => inWorkspaces(services, scope, listEndpoints),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getEndpoint, { endpoint: id }),
  relations: ({ id, identity, properties }) => [
    relation('attached-to', parentOf(id)),
    relation('derived-from', valueAt(properties, 'modelSettings', 'modelId')),
    ...assumedIdentities(identity),
  ],
});
