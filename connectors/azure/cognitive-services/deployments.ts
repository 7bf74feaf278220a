import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { API_VERSION, listAccounts } from './accounts.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts/deployments';

const listDeployments = armList(`${TYPE}/list`, `${TYPE}/read`, '{+account}/deployments', API_VERSION);
const getDeployment = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+deployment}', API_VERSION);

export default azureConnector<JsonObject>(modelDeployment, {
  operations: { list: [listAccounts, listDeployments], find: [getDeployment] },
  async *list({ arm }, { scope }) {
    const accounts = arm.list(listAccounts, { subscription: scope.account });
    for await (const [, deployment] of underEach(accounts, (account) =>
      arm.list(listDeployments, { account: idOf(account) }),
    ))
      yield deployment;
  },
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getDeployment, { deployment: id }),
  relations: ({ id, properties }) => {
    const account = parentOf(id);
    if (!isObject(properties)) return [relation('attached-to', account)];
    const { raiPolicyName, model } = properties;
    return [
      relation('attached-to', account),
      typeof raiPolicyName === 'string' && raiPolicyName !== ''
        ? relation('guarded-by', `${account}/raiPolicies/${raiPolicyName}`)
        : undefined,
      relation('derived-from', isObject(model) ? model['sourceAccount'] : undefined),
    ];
  },
});
