import { API_VERSION } from '#connectors/azure/cognitive-services/accounts.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { type ArmResource, accepted } from '../../../arm.ts';

export const ACCOUNT = { type: 'Microsoft.CognitiveServices/accounts', apiVersion: API_VERSION } as const;

/** Accounts_Update of @azure/arm-cognitiveservices, loaded where it is first needed. */
export async function patchAccount(
  { client, group, name, options }: ArmResource,
  properties: JsonObject,
): Promise<void> {
  const { CognitiveServicesManagementClient } = await import('@azure/arm-cognitiveservices');
  const { accounts } = new CognitiveServicesManagementClient(...client);
  await accepted((heard) => accounts.beginUpdate(group, name, { properties }, { ...options, ...heard }));
}
