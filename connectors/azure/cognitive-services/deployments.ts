import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf, parentOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { API_VERSION, accountsThatServeModels, getAccount, listAccounts } from './accounts.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts/deployments';

const listDeployments = armList(`${TYPE}/list`, `${TYPE}/read`, '{+account}/deployments', API_VERSION);
const getDeployment = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+deployment}', API_VERSION);

/** What Microsoft offers in a region, with the dates from which it no longer does. */
const listModels = armList(
  'Microsoft.CognitiveServices/locations/models/list',
  'Microsoft.CognitiveServices/locations/models/read',
  '/subscriptions/{subscription}/providers/Microsoft.CognitiveServices/locations/{location}/models',
  API_VERSION,
);

export default azureConnector<JsonObject>(modelDeployment, {
  operations: {
    list: [listAccounts, listDeployments],
    parts: { offeredModel: listModels },
    find: [getDeployment, getAccount],
  },
  async *list({ arm }, { scope }) {
    const offers = offersIn(arm, scope.account);
    for await (const [account, deployment] of underEach(
      accountsThatServeModels(arm, scope.account),
      (account) => arm.list(listDeployments, { account: idOf(account) }),
    ))
      yield { ...deployment, offeredModel: await offers(deployment, account) };
  },
  identify: armIdentity,
  find: async ({ arm }, id, { scope }) => {
    const [deployment, account] = await Promise.all([
      arm.get(getDeployment, { deployment: id }),
      arm.part(getAccount, { account: parentOf(id) ?? '' }),
    ]);
    return { ...deployment, offeredModel: await offersIn(arm, scope.account)(deployment, account) };
  },
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

type Offers = (
  deployment: JsonObject,
  account: JsonObject | Unread | undefined,
) => Promise<JsonObject | Unread | undefined>;

/**
 * What Microsoft says of the model of a deployment in the region of its account, where it is one that is offered
 * there. The list of a region is long: it is read once.
 */
function offersIn(arm: RestReader, subscription: string): Offers {
  const byLocation = new Map<string, Promise<Unread | ReadonlyMap<string, JsonObject[]>>>();
  const offeredIn = async (location: string) => {
    const models = await arm.partList(listModels, { subscription, location });
    return isUnread(models) ? models : Map.groupBy(models, ({ model }) => nameOf(model));
  };
  return async ({ properties }, account) => {
    const deployed = isObject(properties) ? properties['model'] : undefined;
    if (!isObject(deployed) || account === undefined) return undefined;
    if (isUnread(account)) return account;
    const { location, kind } = account;
    if (typeof location !== 'string' || location === '') return undefined;
    const offered = byLocation.get(location) ?? offeredIn(location);
    byLocation.set(location, offered);
    const models = await offered;
    if (isUnread(models)) return models;
    // A model is offered once for each kind of account.
    const same = models.get(nameOf(deployed));
    return same?.find((one) => spelled(one['kind']) === spelled(kind)) ?? same?.[0];
  };
}

/** A model is told by the format, the name and the version of it. */
const nameOf = (model: Json | undefined): string =>
  isObject(model) ? JSON.stringify([model['format'], model['name'], model['version']].map(spelled)) : '';

const spelled = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value.toLowerCase() : undefined;
