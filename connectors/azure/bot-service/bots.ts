import { bot } from '#shared/assets/azure/bot-service.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity } from '../identity.ts';
import { vaultUriOf } from '../key-vault/address.ts';
import { armGet, armList } from '../operation.ts';
import { withoutValues } from '../redaction.ts';

const TYPE = 'Microsoft.BotService/botServices';
/** The one of @azure/arm-botservice 4.0.0, whose models hold the field names. */
const API_VERSION = '2022-09-15';

const listBots = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getBot = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+bot}', API_VERSION);

export default azureConnector<JsonObject>(bot, {
  operations: { list: [listBots], find: [getBot] },
  async *list({ arm }, { scope }) {
    for await (const found of arm.list(listBots, { subscription: scope.account }))
      yield withoutSettings(found);
  },
  identify: armIdentity,
  find: async ({ arm }, id) => withoutSettings(await arm.get(getBot, { bot: id })),
  relations: ({ properties }) => {
    if (!isObject(properties)) return [];
    const { msaAppMSIResourceId, storageResourceId, cmekKeyVaultUrl } = properties;
    return [
      relation('assumes', msaAppMSIResourceId),
      relation('stored-in', storageResourceId),
      relation('encrypted-by', vaultUriOf(cmekKeyVaultUrl)),
    ];
  },
});

/** The settings and parameters of a bot may be anything, the password of its app among it. */
function withoutSettings(found: JsonObject): JsonObject {
  const { properties } = found;
  if (!isObject(properties)) return found;
  const { allSettings, parameters } = properties;
  return {
    ...found,
    properties: {
      ...properties,
      ...(isObject(allSettings) ? { allSettings: withoutValues(allSettings) } : {}),
      ...(isObject(parameters) ? { parameters: withoutValues(parameters) } : {}),
    },
  };
}
