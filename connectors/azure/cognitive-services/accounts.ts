import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import type { Unread } from '#shared/model/coverage.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import type { RestReader } from '../../rest.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { listDiagnosticSettings } from '../monitor/diagnostic-settings.ts';
import { type PerimeterMembership, perimeterLookups, perimeterMembership } from '../network/perimeters.ts';
import { armGet, armList } from '../operation.ts';
import { assumedIdentities, logDestinations } from '../relations.ts';
import { servesModels } from './kinds.ts';

const TYPE = 'Microsoft.CognitiveServices/accounts';
export const API_VERSION = '2025-09-01';

export const listAccounts = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
export const getAccount = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+account}', API_VERSION);

/** The accounts of a subscription in which models may be deployed. */
export async function* accountsThatServeModels(
  arm: RestReader,
  subscription: string,
): AsyncGenerator<JsonObject> {
  for await (const account of arm.list(listAccounts, { subscription }))
    if (servesModels(account)) yield account;
}

const listDefenderSettings = armList(
  `${TYPE}/defenderForAISettings/list`,
  `${TYPE}/defenderForAISettings/read`,
  '{+account}/defenderForAISettings',
  API_VERSION,
);
const listPerimeterConfigurations = armList(
  `${TYPE}/networkSecurityPerimeterConfigurations/list`,
  `${TYPE}/networkSecurityPerimeterConfigurations/read`,
  '{+account}/networkSecurityPerimeterConfigurations',
  API_VERSION,
);

/** An account, and whether a network security perimeter holds it. */
interface Listed {
  readonly account: JsonObject;
  readonly isHeld: boolean | Unread;
}

export default azureConnector<Listed>(aiServicesAccount, {
  operations: {
    list: [listAccounts],
    lookups: perimeterLookups,
    parts: {
      diagnosticSettings: listDiagnosticSettings,
      defenderForAISettings: listDefenderSettings,
      networkSecurityPerimeterConfigurations: listPerimeterConfigurations,
    },
    find: [getAccount],
  },
  async *list({ arm }, { scope }) {
    let isHeld: PerimeterMembership | undefined;
    for await (const account of arm.list(listAccounts, { subscription: scope.account })) {
      isHeld ??= await perimeterMembership(arm, scope.account);
      yield { account, isHeld: isHeld(idOf(account)) };
    }
  },
  identify: ({ account }) => armIdentity(account),
  read: async ({ arm }, { account, isHeld }) => {
    const id = idOf(account);
    const [diagnosticSettings, defenderForAISettings, networkSecurityPerimeterConfigurations] =
      await Promise.all([
        arm.partList(listDiagnosticSettings, { resource: id }),
        // Defender watches models, of which the other accounts have none.
        servesModels(account) ? arm.partList(listDefenderSettings, { account: id }) : undefined,
        isHeld === true ? arm.partList(listPerimeterConfigurations, { account: id }) : isHeld || undefined,
      ]);
    return {
      ...account,
      diagnosticSettings,
      defenderForAISettings,
      networkSecurityPerimeterConfigurations,
    };
  },
  find: async ({ arm }, id, { scope }) => {
    const account = await arm.get(getAccount, { account: id });
    const isHeld = await perimeterMembership(arm, scope.account);
    return { account, isHeld: isHeld(id) };
  },
  relations: ({ identity, properties, diagnosticSettings }) => {
    if (!isObject(properties)) return assumedIdentities(identity);
    const { encryption, userOwnedStorage, networkInjections } = properties;
    const keyVault = isObject(encryption) ? encryption['keyVaultProperties'] : undefined;
    return [
      relation('encrypted-by', isObject(keyVault) ? keyVault['keyVaultUri'] : undefined),
      ...elementsOf(userOwnedStorage).map(({ resourceId }) => relation('stored-in', resourceId)),
      ...elementsOf(networkInjections).map(({ subnetArmId }) => relation('attached-to', subnetArmId)),
      ...assumedIdentities(identity),
      ...logDestinations(diagnosticSettings),
    ];
  },
});

const elementsOf = (list: unknown): JsonObject[] => (Array.isArray(list) ? list.filter(isObject) : []);
