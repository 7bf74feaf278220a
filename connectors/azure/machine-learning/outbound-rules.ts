import { outboundRule } from '#shared/assets/azure/machine-learning-access.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { valueAt } from '../reply.ts';
import { inWorkspaces } from './children.ts';
import { hasManagedNetwork } from './managed-networks.ts';
import { API_VERSION, listWorkspaces } from './workspaces.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/outboundRules';

const listRules = armList(`${TYPE}/list`, `${TYPE}/read`, '{+workspace}/outboundRules', API_VERSION);
const getRule = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+rule}', API_VERSION);

export default azureConnector<JsonObject>(outboundRule, {
  operations: { list: [listWorkspaces, listRules], find: [getRule] },
  list: (services, { scope }) => inWorkspaces(services, scope, listRules, hasManagedNetwork),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getRule, { rule: id }),
  relations: ({ id, properties }) => [
    relation('attached-to', parentOf(id)),
    relation('calls', valueAt(properties, 'destination', 'serviceResourceId')),
  ],
});
