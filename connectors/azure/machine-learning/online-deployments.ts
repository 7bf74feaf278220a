import { onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { endpointsIn, listEndpoints } from './online-endpoints.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments';

const listDeployments = armList(`${TYPE}/list`, `${TYPE}/read`, '{+endpoint}/deployments', API_VERSION);
const getDeployment = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+deployment}', API_VERSION);

export default azureConnector<JsonObject>(onlineDeployment, {
  operations: { list: [listWorkspaces, listEndpoints, listDeployments], find: [getDeployment] },
  async *list(services, { scope }) {
    const endpoints = endpointsIn(services, scope);
    for await (const [, deployment] of underEach(endpoints, (endpoint) =>
      services.arm.list(listDeployments, { endpoint: idOf(endpoint) }),
    ))
      yield deployment;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getDeployment, { deployment: id }),
  relations: ({ id, properties }) => {
    const endpoint = parentOf(id);
    const { model, environmentId } = isObject(properties) ? properties : {};
    return [
      relation('attached-to', endpoint),
      relation('attached-to', parentOf(endpoint)),
      relation('derived-from', model),
      relation('runs-image', environmentId),
    ];
  },
});
