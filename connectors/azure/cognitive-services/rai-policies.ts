import { raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { API_VERSION, listAccounts } from './accounts.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts/raiPolicies';

const listPolicies = armList(`${TYPE}/list`, `${TYPE}/read`, '{+account}/raiPolicies', API_VERSION);
const getPolicy = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+policy}', API_VERSION);

export default azureConnector<JsonObject>(raiPolicy, {
  operations: { list: [listAccounts, listPolicies], find: [getPolicy] },
  async *list({ arm }, { scope }) {
    const accounts = arm.list(listAccounts, { subscription: scope.account });
    for await (const [, policy] of underEach(accounts, (account) =>
      arm.list(listPolicies, { account: idOf(account) }),
    ))
      yield policy;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getPolicy, { policy: id }),
  relations: ({ id }) => [relation('attached-to', parentOf(id))],
});
