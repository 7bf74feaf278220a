import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity } from '../identity.ts';
import { armGet, armList } from '../operation.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts';
export const API_VERSION = '2025-06-01';

export const listAccounts = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getAccount = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+account}', API_VERSION);

export default azureConnector<JsonObject>(aiServicesAccount, {
  operations: { list: [listAccounts], find: [getAccount] },
  list: ({ arm }, { scope }) => arm.list(listAccounts, { subscription: scope.account }),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getAccount, { account: id }),
});
