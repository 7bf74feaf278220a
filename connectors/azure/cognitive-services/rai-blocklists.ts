import { raiBlocklist } from '#shared/assets/azure/cognitive-services.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { API_VERSION, accountsThatServeModels, listAccounts } from './accounts.ts';
import { listPolicies } from './rai-policies.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts/raiBlocklists';

const listBlocklists = armList(`${TYPE}/list`, `${TYPE}/read`, '{+account}/raiBlocklists', API_VERSION);
const getBlocklist = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+blocklist}', API_VERSION);

export default azureConnector<JsonObject>(raiBlocklist, {
  operations: { list: [listAccounts, listPolicies, listBlocklists], find: [getBlocklist] },
  async *list({ arm }, { scope }) {
    const blocklists = underEach(accountsWithBlocklists(arm, scope.account), (account) =>
      arm.list(listBlocklists, { account }),
    );
    for await (const [, blocklist] of blocklists) yield blocklist;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getBlocklist, { blocklist: id }),
  relations: ({ id }) => [relation('attached-to', parentOf(id))],
});

/** Accounts of which a content filter names a block list. */
async function* accountsWithBlocklists(arm: RestReader, subscription: string): AsyncGenerator<string> {
  const seen = new Set<string>();
  const policies = underEach(accountsThatServeModels(arm, subscription), (account) =>
    arm.list(listPolicies, { account: idOf(account) }),
  );
  for await (const [account, policy] of policies) {
    if (seen.has(idOf(account)) || !namesBlocklists(policy)) continue;
    seen.add(idOf(account));
    yield idOf(account);
  }
}

function namesBlocklists({ properties }: JsonObject): boolean {
  const lists = isObject(properties) ? properties['customBlocklists'] : undefined;
  return Array.isArray(lists) && lists.length > 0;
}
