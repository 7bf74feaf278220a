import { denyAssignment } from '#shared/assets/azure/authorization.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { aiAssetsIn, listsOfAiAssets } from '../ai-assets.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { valueAt } from '../reply.ts';

const TYPE = 'Microsoft.Authorization/denyAssignments';
/** That of @azure/arm-authorization, whose model the config is. */
const API_VERSION = '2022-04-01';

/** Without a filter: those at, above and below the subscription. */
const listAssignments = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getAssignment = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+assignment}', API_VERSION);

/** In a subscription with AI assets: what is denied there, whatever role grants it. Few subscriptions have any. */
export default azureConnector<JsonObject>(denyAssignment, {
  operations: { list: [...listsOfAiAssets, listAssignments], find: [getAssignment] },
  async *list({ arm }, { scope }) {
    const { areThere } = await aiAssetsIn(arm, scope.account);
    if (areThere) yield* arm.list(listAssignments, { subscription: scope.account });
  },
  identify: armIdentity,
  isContext: () => true,
  async find({ arm }, id, { scope }) {
    const assignment = await arm.get(getAssignment, { assignment: id });
    return (await aiAssetsIn(arm, scope.account)).areThere ? assignment : undefined;
  },
  relations: ({ properties }) => [relation('attached-to', valueAt(properties, 'scope'))],
});
