import { raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { API_VERSION, accountsThatServeModels, listAccounts } from './accounts.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts/raiPolicies';

export const listPolicies = armList(`${TYPE}/list`, `${TYPE}/read`, '{+account}/raiPolicies', API_VERSION);
const getPolicy = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+policy}', API_VERSION);

export default azureConnector<JsonObject>(raiPolicy, {
  operations: { list: [listAccounts, listPolicies], find: [getPolicy] },
  async *list({ arm }, { scope }) {
    for await (const [, policy] of underEach(accountsThatServeModels(arm, scope.account), (account) =>
      arm.list(listPolicies, { account: idOf(account) }),
    ))
      yield policy;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getPolicy, { policy: id }),
  relations: ({ id, properties }) => {
    const account = parentOf(id);
    return [relation('attached-to', account), ...blocklistsOf(properties, account)];
  },
});

function blocklistsOf(properties: Json | undefined, account: string | undefined): (Relation | undefined)[] {
  const lists = isObject(properties) ? properties['customBlocklists'] : undefined;
  return (Array.isArray(lists) ? lists.filter(isObject) : []).map(({ blocklistName }) =>
    typeof blocklistName === 'string' && account !== undefined
      ? relation('guarded-by', `${account}/raiBlocklists/${blocklistName}`)
      : undefined,
  );
}
