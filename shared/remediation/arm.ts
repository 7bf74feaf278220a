import type { HttpClient, PipelineRetryOptions } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import type * as z from 'zod';
import { armDialect } from '#connectors/azure/dialect.ts';
import { armGet } from '#connectors/azure/operation.ts';
import { addressOf } from '#connectors/operation.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { AzureAccess, Target } from './access.ts';
import { type Setting, setting } from './action.ts';
import { CloudRefusal, jsonIn } from './failure.ts';

/** Where a typed client writes, and with what it is made. */
export interface ArmResource {
  readonly group: string;
  readonly name: string;
  /** The arguments of the constructors of Azure's management clients. */
  readonly client: readonly [TokenCredential, string, ClientOptions];
  /** The last argument of their operations. */
  readonly options: { readonly requestOptions: { readonly timeout: number } };
}

interface ClientOptions {
  httpClient?: HttpClient;
  retryOptions?: PipelineRetryOptions;
}

interface ArmSettingDeclaration<Value extends JsonObject> {
  /** `Microsoft.Search/searchServices` */
  readonly type: string;
  /** Of the reading. */
  readonly apiVersion: string;
  /** Some of the `properties` of the resource: those that change together, and no others. */
  readonly value: z.ZodObject & z.ZodType<Value>;
  readonly absentMeans: Value;
  obstacle?(properties: JsonObject): string | undefined;
  /** Sends the given properties alone. */
  patch(resource: ArmResource, value: Value): Promise<void>;
}

/**
 * Properties of an Azure resource. They are read as sent, because the models of the SDKs drop and invent fields. They
 * are written by a PATCH of the typed client that holds them and nothing else, so that neither a default of the model
 * nor a value read earlier reaches the resource. None of the APIs takes a condition: what somebody else changes in
 * the moment between reading and writing is not noticed where it is the same property, and not touched where it is not.
 */
export function armSetting<Value extends JsonObject>({
  type,
  apiVersion,
  value: schema,
  absentMeans,
  obstacle,
  patch,
}: ArmSettingDeclaration<Value>): Setting {
  const read = armGet(`${type}/get`, `${type}/read`, '{+resource}', apiVersion);

  async function properties(target: Target): Promise<JsonObject> {
    // Only where there is something to do in Azure: the pipeline takes long to load.
    const { restTransport } = await import('#connectors/rest-transport.ts');
    const send = restTransport(armDialect, target.azure());
    const { status, text } = await send(read, new URL(addressOf(read, { resource: target.asset.id })));
    const body = jsonIn(text);
    if (status !== 200) throw new CloudRefusal(status, errorCodeIn(body));
    const found = isObject(body) ? body['properties'] : undefined;
    if (!isObject(found)) throw new CloudRefusal(status, 'MalformedReply');
    return found;
  }

  return setting({
    value: schema,
    read,
    put: { id: `${type}/update`, permission: `${type}/write` },
    absentMeans,
    find: properties,
    present: (found): Value | undefined => {
      const set = Object.keys(schema.shape).flatMap((key) => {
        const value = found[key];
        return value === undefined || value === null ? [] : [[key, value] as const];
      });
      return set.length > 0 ? schema.parse(Object.fromEntries(set)) : undefined;
    },
    ...(obstacle && { obstacle }),
    set: (target, value) => patch(resourceOf(target, type), value),
  });
}

const TIMEOUT_MILLISECONDS = 30_000;

/** Throws where the id is another type's, or lies in another subscription than the scope. */
function resourceOf(target: Target, type: string): ArmResource {
  const { asset, scope } = target;
  const [, subscription, group, found, name] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)$/i.exec(
      asset.id,
    ) ?? [];
  if (!group || !name || found?.toLowerCase() !== type.toLowerCase())
    throw new Error(`the asset id is no ${type}`);
  if (subscription?.toLowerCase() !== scope.account.toLowerCase())
    throw new Error('the asset lies in another subscription than its scope');
  const access = target.azure();
  return {
    group,
    name,
    client: [access.credential, scope.account, clientOptions(access)],
    options: { requestOptions: { timeout: access.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS } },
  };
}

const clientOptions = ({ httpClient, retry }: AzureAccess): ClientOptions => ({
  ...(httpClient ? { httpClient } : {}),
  ...(retry ? { retryOptions: retry } : {}),
});

/** https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md#handling-errors */
function errorCodeIn(body: unknown): string | undefined {
  const error = isObject(body) && isObject(body['error']) ? body['error'] : {};
  return typeof error['code'] === 'string' ? error['code'] : undefined;
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
export async function accepted(
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
