import * as z from 'zod';
import { API_VERSION as AI_VERSION } from '#connectors/azure/cognitive-services/accounts.ts';
import { armDialect } from '#connectors/azure/dialect.ts';
import { API_VERSION as ML_VERSION } from '#connectors/azure/machine-learning/workspaces.ts';
import { armGet } from '#connectors/azure/operation.ts';
import { addressOf, type RestOperation } from '#connectors/operation.ts';
import { restTransport } from '#connectors/rest.ts';
import { isObject } from '#shared/model/json.ts';
import type { AzureAccess, Target } from '../../access.ts';
import { action, setting } from '../../action.ts';
import { CloudRefusal } from '../../failure.ts';

const ML = 'Microsoft.MachineLearningServices/workspaces';
const AI = 'Microsoft.CognitiveServices/accounts';

const readWorkspace = armGet(`${ML}/get`, `${ML}/read`, '{+resource}', ML_VERSION);
const readAccount = armGet(`${AI}/get`, `${AI}/read`, '{+resource}', AI_VERSION);

/** PublicNetworkAccess of both packages; the wire has further values, such as `SecuredByPerimeter`. */
const NetworkAccess = z.strictObject({ publicNetworkAccess: z.string().min(1) });

/** Read as sent: the models of the SDKs drop and invent fields. */
async function networkAccess(operation: RestOperation, target: Target) {
  const send = restTransport(armDialect, target.azure());
  const { status, text } = await send(
    operation,
    new URL(addressOf(operation, { resource: target.asset.id })),
  );
  const body: unknown = JSON.parse(text || '{}');
  if (status !== 200) throw new CloudRefusal(status, errorCodeIn(body));
  const properties = isObject(body) ? body['properties'] : undefined;
  if (!isObject(properties)) throw new CloudRefusal(status, 'MalformedReply');
  const { publicNetworkAccess } = properties;
  return typeof publicNetworkAccess === 'string' ? { publicNetworkAccess } : undefined;
}

/** https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md#handling-errors */
function errorCodeIn(body: unknown): string | undefined {
  const error = isObject(body) && isObject(body['error']) ? body['error'] : {};
  return typeof error['code'] === 'string' ? error['code'] : undefined;
}

/** The parts of an ARM id of this type. Throws where it is another's, or lies in another subscription. */
function addressed({ asset: { id }, scope }: Target, type: string): { group: string; name: string } {
  const [, subscription, group, found, name] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)$/i.exec(id) ?? [];
  if (!group || !name || found?.toLowerCase() !== type.toLowerCase())
    throw new Error(`the asset id is no ${type}`);
  if (subscription?.toLowerCase() !== scope.account.toLowerCase())
    throw new Error('the asset lies in another subscription than its scope');
  return { group, name };
}

interface Reply {
  readonly request: { readonly method: string };
  readonly status: number;
}

/**
 * Sends a long-running write until it is accepted. The SDK then asks once, at an address that the reply
 * names, how it goes: no answer to that is waited for, and no permission for it is held, because what came
 * of the write is read from the resource itself.
 */
async function accepted(
  write: (options: { onResponse: (reply: Reply) => void }) => Promise<unknown>,
): Promise<void> {
  let isAccepted = false;
  const onResponse = ({ request, status }: Reply) => {
    isAccepted ||= request.method === 'PATCH' && status >= 200 && status < 300;
  };
  try {
    await write({ onResponse });
  } catch (error) {
    if (!isAccepted) throw error;
  }
}

const clientOptions = ({ httpClient, retry }: AzureAccess) => ({
  ...(httpClient ? { httpClient } : {}),
  ...(retry ? { retryOptions: retry } : {}),
});

// The packages' update models are typed, and are sent with the one property that changes: what else they
// hold stays unsent, so none of their defaults reaches the resource. Loaded only where they are used.
export default action({
  title: 'Disable public network access',
  fixes: [
    'azure.machine-learning.workspace-public-network-access',
    'azure.cognitive-services.public-network-access',
  ],
  risk: 'Callers that do not come through a private endpoint lose access at once: applications, pipelines, notebooks and the studio from outside the network.',
  parameters: z.strictObject({}),
  settings: {
    'azure.machine-learning.workspace': setting({
      value: NetworkAccess,
      read: readWorkspace,
      put: { id: `${ML}/update`, permission: `${ML}/write` },
      absentMeans: { publicNetworkAccess: 'Enabled' },
      present: (target) => networkAccess(readWorkspace, target),
      set: async (target, { publicNetworkAccess }) => {
        const { AzureMachineLearningWorkspaces } = await import('@azure/arm-machinelearning');
        const access = target.azure();
        const { group, name } = addressed(target, ML);
        const client = new AzureMachineLearningWorkspaces(
          access.credential,
          target.scope.account,
          clientOptions(access),
        );
        await accepted((options) =>
          client.workspaces.beginUpdate(group, name, { publicNetworkAccess }, options),
        );
      },
    }),
    'azure.cognitive-services.account': setting({
      value: NetworkAccess,
      read: readAccount,
      put: { id: `${AI}/update`, permission: `${AI}/write` },
      absentMeans: { publicNetworkAccess: 'Enabled' },
      present: (target) => networkAccess(readAccount, target),
      set: async (target, { publicNetworkAccess }) => {
        const { CognitiveServicesManagementClient } = await import('@azure/arm-cognitiveservices');
        const access = target.azure();
        const { group, name } = addressed(target, AI);
        const client = new CognitiveServicesManagementClient(
          access.credential,
          target.scope.account,
          clientOptions(access),
        );
        await accepted((options) =>
          client.accounts.beginUpdate(group, name, { properties: { publicNetworkAccess } }, options),
        );
      },
    }),
  },
  wanted: () => ({ value: { publicNetworkAccess: 'Disabled' } }),
});
