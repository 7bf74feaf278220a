import { mlCompute } from '#shared/assets/azure/machine-learning.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities } from '../relations.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/computes';

const listComputes = armList(`${TYPE}/list`, `${TYPE}/read`, '{+workspace}/computes', API_VERSION);
const getCompute = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+compute}', API_VERSION);

export default azureConnector<JsonObject>(mlCompute, {
  operations: { list: [listWorkspaces, listComputes], find: [getCompute] },
  async *list({ arm }, { scope }) {
    const workspaces = arm.list(listWorkspaces, { subscription: scope.account });
    for await (const [, compute] of underEach(workspaces, (workspace) =>
      arm.list(listComputes, { workspace: idOf(workspace) }),
    ))
      yield compute;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getCompute, { compute: id }),
  relations: ({ id, identity, properties }) => {
    const inner = isObject(properties) ? properties['properties'] : undefined;
    const subnet = isObject(inner) ? inner['subnet'] : undefined;
    return [
      relation('attached-to', parentOf(id)),
      relation('attached-to', isObject(subnet) ? subnet['id'] : undefined),
      ...assumedIdentities(identity),
    ];
  },
});
