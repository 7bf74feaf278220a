import { defenderPlan } from '#shared/assets/azure/security.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { accountsThatServeModels, listAccounts } from '../cognitive-services/accounts.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity } from '../identity.ts';
import { armGet, armList } from '../operation.ts';

const TYPE = 'Microsoft.Security/pricings';
/** https://learn.microsoft.com/azure/templates/microsoft.security/2024-01-01/pricings */
const API_VERSION = '2024-01-01';

const listPlans = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getPlan = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+plan}', API_VERSION);

export default azureConnector<JsonObject>(defenderPlan, {
  isSetting: true,
  operations: { list: [listAccounts, listPlans], find: [getPlan] },
  async *list({ arm }, { scope }) {
    const watched = await Array.fromAsync(accountsThatServeModels(arm, scope.account));
    if (watched.length === 0) return;
    for await (const plan of arm.list(listPlans, { subscription: scope.account }))
      if (isOfAi(plan)) yield plan;
  },
  identify: armIdentity,
  find: async ({ arm }, id) => {
    const plan = await arm.get(getPlan, { plan: id });
    return isOfAi(plan) ? plan : undefined;
  },
});

/** The plan that watches AI services; the others are about other things. */
const isOfAi = ({ name }: JsonObject): boolean => name === 'AI';
