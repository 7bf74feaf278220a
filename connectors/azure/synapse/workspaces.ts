import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { vaultUriOf } from '../key-vault/address.ts';
import { listDiagnosticSettings } from '../monitor/diagnostic-settings.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities, logDestinations } from '../relations.ts';
import { valueAt } from '../reply.ts';

const TYPE = 'Microsoft.Synapse/workspaces';
/** The one of @azure/arm-synapse 8.0.0, whose models hold the field names. */
const API_VERSION = '2021-06-01';

const listWorkspaces = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getWorkspace = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+workspace}', API_VERSION);

export default azureConnector<JsonObject>(synapseWorkspace, {
  operations: {
    list: [listWorkspaces],
    parts: { diagnosticSettings: listDiagnosticSettings },
    find: [getWorkspace],
  },
  list: ({ arm }, { scope }) => arm.list(listWorkspaces, { subscription: scope.account }),
  identify: armIdentity,
  read: async ({ arm }, workspace) => ({
    ...workspace,
    diagnosticSettings: await arm.partList(listDiagnosticSettings, { resource: idOf(workspace) }),
  }),
  find: ({ arm }, id) => arm.get(getWorkspace, { workspace: id }),
  relations: ({ identity, properties, diagnosticSettings }) => [
    relation('stored-in', valueAt(properties, 'defaultDataLakeStorage', 'resourceId')),
    relation('attached-to', valueAt(properties, 'virtualNetworkProfile', 'computeSubnetId')),
    relation('encrypted-by', vaultUriOf(valueAt(properties, 'encryption', 'cmk', 'key', 'keyVaultUrl'))),
    ...assumedIdentities(identity),
    ...logDestinations(diagnosticSettings),
  ],
});
