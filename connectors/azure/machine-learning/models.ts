import { mlModel } from '#shared/assets/azure/machine-learning-models.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { inWorkspaces } from './children.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/models';

const listModels = armList(`${TYPE}/list`, `${TYPE}/read`, '{+workspace}/models', API_VERSION);
const getModel = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+model}', API_VERSION);

/**
 * What models a workspace has, in one call. Their versions take a call each: those that something serves or loads
 * are read by the connector of versions, and a relation to the latest would make it read all of them.
 */
export default azureConnector<JsonObject>(mlModel, {
  operations: { list: [listWorkspaces, listModels], find: [getModel] },
  list: (services, { scope }) => inWorkspaces(services, scope, listModels),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getModel, { model: id }),
  relations: ({ id }) => [relation('attached-to', parentOf(id))],
});
