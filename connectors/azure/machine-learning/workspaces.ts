import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { listDiagnosticSettings } from '../monitor/diagnostic-settings.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities, logDestinations } from '../relations.ts';

const TYPE = 'Microsoft.MachineLearningServices/workspaces';
/** The newest stable one with official examples; `managedNetwork` and others came after the SDK’s 2022-10-01. */
export const API_VERSION = '2025-12-01';

export const listWorkspaces = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getWorkspace = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+workspace}', API_VERSION);

export default azureConnector<JsonObject>(mlWorkspace, {
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
  relations: ({ identity, properties, diagnosticSettings }) => {
    const { storageAccount, containerRegistry, keyVault, applicationInsights, hubResourceId } = isObject(
      properties,
    )
      ? properties
      : {};
    return [
      relation('stored-in', storageAccount),
      relation('runs-image', containerRegistry),
      relation('reads-from', keyVault),
      relation('logs-to', applicationInsights),
      relation('attached-to', hubResourceId),
      ...assumedIdentities(identity),
      ...logDestinations(diagnosticSettings),
    ];
  },
});
