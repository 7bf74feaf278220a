import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { listDiagnosticSettings } from '../monitor/diagnostic-settings.ts';
import { armGet, armList } from '../operation.ts';
import { logDestinations } from '../relations.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts';
export const API_VERSION = '2025-09-01';

export const listAccounts = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getAccount = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+account}', API_VERSION);
const listDefenderSettings = armList(
  `${TYPE}/defenderForAISettings/list`,
  `${TYPE}/defenderForAISettings/read`,
  '{+account}/defenderForAISettings',
  API_VERSION,
);

export default azureConnector<JsonObject>(aiServicesAccount, {
  operations: {
    list: [listAccounts],
    parts: { diagnosticSettings: listDiagnosticSettings, defenderForAISettings: listDefenderSettings },
    find: [getAccount],
  },
  list: ({ arm }, { scope }) => arm.list(listAccounts, { subscription: scope.account }),
  identify: armIdentity,
  read: async ({ arm }, account) => {
    const id = idOf(account);
    const [diagnosticSettings, defenderForAISettings] = await Promise.all([
      arm.partList(listDiagnosticSettings, { resource: id }),
      arm.partList(listDefenderSettings, { account: id }),
    ]);
    return { ...account, diagnosticSettings, defenderForAISettings };
  },
  find: ({ arm }, id) => arm.get(getAccount, { account: id }),
  relations: ({ properties, diagnosticSettings }) => {
    if (!isObject(properties)) return [];
    const { encryption, userOwnedStorage, networkInjections } = properties;
    const keyVault = isObject(encryption) ? encryption['keyVaultProperties'] : undefined;
    return [
      relation('encrypted-by', isObject(keyVault) ? keyVault['keyVaultUri'] : undefined),
      ...elementsOf(userOwnedStorage).map(({ resourceId }) => relation('stored-in', resourceId)),
      ...elementsOf(networkInjections).map(({ subnetArmId }) => relation('attached-to', subnetArmId)),
      ...logDestinations(diagnosticSettings),
    ];
  },
});

const elementsOf = (list: unknown): JsonObject[] => (Array.isArray(list) ? list.filter(isObject) : []);
