import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { vaultUriOf } from '../key-vault/address.ts';
import { listDiagnosticSettings } from '../monitor/diagnostic-settings.ts';
import { armGet, armList } from '../operation.ts';
import { logDestinations } from '../relations.ts';
import { valueAt } from '../reply.ts';

const TYPE = 'Microsoft.Databricks/workspaces';
/** The one of @azure/arm-databricks 4.0.0, whose models hold the field names. */
const API_VERSION = '2026-01-01';

const listWorkspaces = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getWorkspace = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+workspace}', API_VERSION);

export default azureConnector<JsonObject>(databricksWorkspace, {
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
  // Not its own storage account: Azure manages that one, and nobody else may change it.
  relations: ({ properties, diagnosticSettings }) => [
    relation('attached-to', valueAt(properties, 'parameters', 'customVirtualNetworkId', 'value')),
    relation('attached-to', valueAt(properties, 'parameters', 'amlWorkspaceId', 'value')),
    relation('assumes', valueAt(properties, 'accessConnector', 'id')),
    relation(
      'encrypted-by',
      vaultUriOf(valueAt(properties, 'parameters', 'encryption', 'value', 'keyvaulturi')),
    ),
    ...['managedServices', 'managedDisk'].map((entity) =>
      relation(
        'encrypted-by',
        vaultUriOf(
          valueAt(properties, 'encryption', 'entities', entity, 'keyVaultProperties', 'keyVaultUri'),
        ),
      ),
    ),
    ...logDestinations(diagnosticSettings),
  ],
});
