import type { Redacted } from '#shared/assets/azure/redacted.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { RestReader } from '../rest.ts';
import { kindOfCommandLine, withoutVariables } from './command-lines.ts';
import { kindOf } from './value-kind.ts';

/**
 * Maps whose every value is dropped: people put keys where settings belong. A step of a pipeline job writes its
 * variables as the client does, and a Spark job has the keys of storage in its configuration.
 */
const MAPS_OF_VALUES = new Set(['environmentvariables', 'environment_variables', 'conf']);

/** What a datastore or a connection opens something with: what is not named here is the secret itself. */
const CREDENTIALS = 'credentials';
const OPEN_CREDENTIALS = new Set([
  'credentialstype',
  'secretstype',
  'clientid',
  'tenantid',
  'resourceid',
  'authorityurl',
  'resourceurl',
  'thumbprint',
]);

/** Inputs of a job by name: those that are no reference to data are literal values. */
const INPUTS = 'inputs';

/** What is run: all of it is dropped, and the kind says whether a secret stood in it. */
const COMMAND_LINES = new Set(['command', 'args']);

/** Options of `docker run`, which tell what the container may do, and set variables. */
const DOCKER_OPTIONS = new Set(['dockerargs', 'dockerargslist']);

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

/** The resource without the values of its secrets: the key and the kind of value stay. Changes nothing in place. */
export function redacted(resource: JsonObject): JsonObject {
  const isJob = 'jobType' in resource;
  return Object.fromEntries(
    Object.entries(resource).map(([key, value]): [string, Json | undefined] => {
      const name = key.toLowerCase();
      // Elsewhere parameters are settings; those of a job are arguments of somebody’s script.
      if ((MAPS_OF_VALUES.has(name) || (isJob && name === 'parameters')) && isObject(value))
        return [key, withoutValues(value)];
      if (name === METADATA && isObject(value)) return [key, withoutMetadata(value)];
      if (name === CREDENTIALS && isObject(value)) return [key, openCredentials(value)];
      if (name === INPUTS && isObject(value)) return [key, withoutLiterals(value)];
      if (DOCKER_OPTIONS.has(name)) return [key, withoutVariables(value)];
      if (COMMAND_LINES.has(name) && isValue(value))
        return [key, { $redacted: kindOfCommandLine(textOf(value)) }];
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

const isValue = (value: Json | undefined): value is Json =>
  value !== undefined && value !== null && value !== '';

function redactedValue(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((element) => redactedValue(element) ?? null);
  return isObject(value) ? redacted(value) : value;
}

function openCredentials(credentials: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(credentials).map(([key, value]) => [
      key,
      OPEN_CREDENTIALS.has(key.toLowerCase()) || !isValue(value) ? value : markSecret(key, value),
    ]),
  );
}

function withoutLiterals(inputs: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      isObject(input) && isValue(input['value'])
        ? { ...redacted(input), value: mark(name, input['value']) }
        : redactedValue(input),
    ]),
  );
}

function mark(name: string, value: Json | undefined): Redacted {
  return { $redacted: kindOf(name, textOf(value)) };
}

/** Of what is more than a text, what it gives as its value: a variable of a custom application has a type beside. */
function textOf(value: Json | undefined): string {
  const inner = isObject(value) && typeof value['value'] === 'string' ? value['value'] : value;
  return typeof inner === 'string' ? inner : JSON.stringify(inner ?? '');
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
