import { batchDeployment } from '#shared/assets/azure/machine-learning-endpoints.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { valueAt } from '../reply.ts';
import { listBatchEndpoints } from './batch-endpoints.ts';
import { inWorkspaces } from './children.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments';

const listDeployments = armList(`${TYPE}/list`, `${TYPE}/read`, '{+endpoint}/deployments', API_VERSION);
const getDeployment = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+deployment}', API_VERSION);

export default azureConnector<JsonObject>(batchDeployment, {
  operations: { list: [listWorkspaces, listBatchEndpoints, listDeployments], find: [getDeployment] },
  async *list(services, { scope }) {
    const endpoints = inWorkspaces(services, scope, listBatchEndpoints);
    for await (const [, deployment] of underEach(endpoints, (endpoint) =>
      services.arm.list(listDeployments, { endpoint: idOf(endpoint) }),
    ))
      yield deployment;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getDeployment, { deployment: id }),
  relations: ({ id, properties }) => {
    const endpoint = parentOf(id);
    return [
      relation('attached-to', endpoint),
      relation('attached-to', parentOf(endpoint)),
      relation('attached-to', valueAt(properties, 'compute')),
      relation('derived-from', valueAt(properties, 'model', 'assetId')),
      relation('reads-from', valueAt(properties, 'model', 'datastoreId')),
      relation('runs-image', valueAt(properties, 'environmentId')),
    ];
  },
});
