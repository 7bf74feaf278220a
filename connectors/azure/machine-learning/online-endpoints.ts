import { onlineEndpoint } from '#shared/assets/azure/machine-learning.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { type AzureServices, azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities } from '../relations.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints';

export const listEndpoints = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  '{+workspace}/onlineEndpoints',
  API_VERSION,
);
const getEndpoint = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+endpoint}', API_VERSION);

/** The online endpoints of every workspace of a subscription. */
export async function* endpointsIn({ arm }: AzureServices, { account }: Scope): AsyncGenerator<JsonObject> {
  const workspaces = arm.list(listWorkspaces, { subscription: account });
  for await (const [, endpoint] of underEach(workspaces, (workspace) =>
    arm.list(listEndpoints, { workspace: idOf(workspace) }),
  ))
    yield endpoint;
}

export default azureConnector<JsonObject>(onlineEndpoint, {
  operations: { list: [listWorkspaces, listEndpoints], find: [getEndpoint] },
  list: (services, { scope }) => endpointsIn(services, scope),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getEndpoint, { endpoint: id }),
  relations: ({ id, identity }) => [relation('attached-to', parentOf(id)), ...assumedIdentities(identity)],
});
