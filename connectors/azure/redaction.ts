import type { Redacted, RedactedKind } from '#shared/assets/azure/redacted.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { RestReader } from '../rest.ts';
import { secretFormIn } from '../secrets.ts';

/** Maps whose every value is dropped: people put keys where settings belong. */
const MAPS_OF_VALUES = new Set(['environmentvariables']);

/**
 * The credentials of a connection. Whatever stands in them is dropped, but for what only says whose they are: of the
 * credential models of @azure/arm-cognitiveservices and @azure/arm-machinelearning.
 */
const CREDENTIALS = 'credentials';
const NOT_SECRET_IN_CREDENTIALS = new Set(
  ['credentialsType', 'secretsType', 'clientId', 'tenantId', 'resourceId', 'authorityUrl', 'resourceUrl'].map(
    (name) => name.toLowerCase(),
  ),
);

/** The settings of a connection, of which those that are the id of a resource are kept: an id opens nothing. */
const METADATA = 'metadata';
const RESOURCE_ID = /^\/subscriptions\/[\w./-]+$/i;

/**
 * Fields of accounts, workspaces, computes and bots that hold a secret when they hold anything: those of the
 * models of @azure/arm-cognitiveservices, arm-machinelearning, arm-botservice and arm-synapse, and of recorded
 * replies.
 */
const SECRET_FIELDS = new Set(
  [
    'qnaAzureSearchEndpointKey',
    'eventHubConnectionString',
    'storageAccountConnectionString',
    'migrationToken',
    'primaryKey',
    'secondaryKey',
    'sdkTelemetryAppInsightsKey',
    'adminUserPassword',
    'password',
    'databricksAccessToken',
    'privateKeyData',
    'developerAppInsightKey',
    'developerAppInsightsApiKey',
    'luisKey',
    'publishingCredentials',
    'sqlAdministratorLoginPassword',
    'pat',
    'sas',
    'clientSecret',
    'secretAccessKey',
    'securityToken',
    'developerToken',
    'refreshToken',
  ].map((name) => name.toLowerCase()),
);

/** Fields in which anything may stand, a secret among it. */
const FREE_TEXT_FIELDS = new Set(['scriptdata', 'scriptarguments', 'apppasswordhint']);

const KEY_VAULT_REFERENCE = /^@Microsoft\.KeyVault\(|^https:\/\/[\w-]+\.vault\.azure\.net\/secrets\//i;

const SECRET_NAME =
  /(?:^|[_.-])(?:secret|password|passwd|pwd|token|apikey|api_key|access_key|account_key|secret_key|client_secret|credentials?)$/i;

/** Long, in one word, and neither an address nor a path: what a name such as API_KEY promises. */
const OPAQUE = /^(?!\w+:\/\/)[^\s/\\]{12,}$/;

/** What a value looks like, by its own text first and by its name next. */
export function kindOf(name: string, value: string): RedactedKind {
  if (KEY_VAULT_REFERENCE.test(value)) return 'key-vault-reference';
  const form = secretFormIn(value);
  if (form) return form;
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2');
  return SECRET_NAME.test(words) && OPAQUE.test(value) ? 'named-like-a-secret' : 'text';
}

/** The resource without the values of its secrets: the key and the kind of value stay. Changes nothing in place. */
export function redacted(resource: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(resource).map(([key, value]): [string, Json | undefined] => {
      const name = key.toLowerCase();
      if (MAPS_OF_VALUES.has(name) && isObject(value)) return [key, withoutValues(value)];
      if (name === METADATA && isObject(value)) return [key, withoutMetadata(value)];
      if (name === CREDENTIALS && isObject(value)) return [key, withoutCredentials(value)];
      if (SECRET_FIELDS.has(name) && isValue(value)) return [key, markSecret(key, value)];
      if (FREE_TEXT_FIELDS.has(name) && isValue(value)) return [key, mark(key, value)];
      return [key, redactedValue(value)];
    }),
  );
}

/** A map of settings without the values of any: the names and the kinds of values stay. */
export function withoutValues(settings: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, mark(name, value)]));
}

function withoutMetadata(metadata: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(metadata).map(([setting, value]) => [
      setting,
      typeof value === 'string' && RESOURCE_ID.test(value) ? value : mark(setting, value),
    ]),
  );
}

/** Every secret by its name and kind, at any depth: custom keys are a map in it. */
function withoutCredentials(credentials: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(credentials).map(([key, value]): [string, Json | undefined] => {
      if (!isValue(value) || NOT_SECRET_IN_CREDENTIALS.has(key.toLowerCase())) return [key, value];
      return [key, isObject(value) ? withoutCredentials(value) : markSecret(key, value)];
    }),
  );
}

const isValue = (value: Json | undefined): value is Json =>
  value !== undefined && value !== null && value !== '';

function redactedValue(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((element) => redactedValue(element) ?? null);
  return isObject(value) ? redacted(value) : value;
}

function mark(name: string, value: Json | undefined): Redacted {
  return { $redacted: kindOf(name, typeof value === 'string' ? value : JSON.stringify(value ?? '')) };
}

function markSecret(name: string, value: Json): Redacted {
  const { $redacted: kind } = mark(name, value);
  return { $redacted: kind === 'text' ? 'named-like-a-secret' : kind };
}

/** A reader that hands out nothing secret, so that no connector can forget to. */
export function redacting(reader: RestReader): RestReader {
  return {
    get: async (operation, parameters) => redacted(await reader.get(operation, parameters)),
    async *list(operation, parameters) {
      for await (const resource of reader.list(operation, parameters)) yield redacted(resource);
    },
    part: async (operation, parameters) => {
      const part = await reader.part(operation, parameters);
      return isObject(part) ? redacted(part) : part;
    },
    partList: async (operation, parameters) => {
      const parts = await reader.partList(operation, parameters);
      return Array.isArray(parts) ? parts.map(redacted) : parts;
    },
  };
}
