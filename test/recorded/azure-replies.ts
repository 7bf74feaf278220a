import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { isObject, JsonObject } from '#shared/model/json.ts';
import { armAddress } from '#test/estate/azure/address.ts';
import { FIXTURES, fixture, haveFixtures } from './fixtures.ts';

/** What Azure Resource Manager answered with 200, or an official example of such an answer. */
export interface Reply {
  /** The file, below `azure-examples` or `recorded`, and which of its exchanges it is. */
  readonly source: string;
  readonly from: 'example' | 'recording';
  readonly method: string;
  readonly path: string;
  readonly apiVersion: string | undefined;
  readonly body: JsonObject;
}

/** A resource of a reply, by itself or in a list. */
export interface FixtureResource {
  readonly source: string;
  readonly from: Reply['from'];
  /** As Resource Manager writes it in the path. */
  readonly type: string;
  readonly id: string;
  readonly body: JsonObject;
}

const ExampleManifest = z.object({
  files: z.array(
    z.looseObject({ file: z.string(), method: z.string().optional(), pathTemplate: z.string().optional() }),
  ),
});
const Example = z.looseObject({
  parameters: z.record(z.string(), z.unknown()),
  responses: z.record(z.string(), z.looseObject({ body: JsonObject.optional() })),
});
const Recording = z.array(
  z.looseObject({
    method: z.string(),
    uri: z.string().nullable(),
    status: z.int(),
    body: JsonObject.nullable(),
  }),
);

const GROUP = '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers';
const ACCOUNT = `${GROUP}/Microsoft.CognitiveServices/accounts/{accountName}`;
const WORKSPACE = `${GROUP}/Microsoft.MachineLearningServices/workspaces/{workspaceName}`;

/** What the newer examples answer, of which the manifest does not say it: by the end of their file’s path. */
const INDEXED: Readonly<Record<string, readonly [method: string, pathTemplate: string]>> = {
  '2025-12-01/ManagedNetwork/listManagedNetworkV2.json': ['GET', `${WORKSPACE}/managedNetworks`],
  '2024-10-01-preview/Workspace/listBySubscription.json': [
    'GET',
    '/subscriptions/{subscriptionId}/providers/Microsoft.MachineLearningServices/workspaces',
  ],
  '2022-10-01/examples/Workspace/listByResourceGroup.json': [
    'GET',
    `${GROUP}/Microsoft.MachineLearningServices/workspaces`,
  ],
  '2025-12-01/Compute/get/ComputeInstance.json': ['GET', `${WORKSPACE}/computes/{computeName}`],
  '2024-10-01-preview/Workspace/OnlineEndpoint/list.json': ['GET', `${WORKSPACE}/onlineEndpoints`],
  '2024-10-01-preview/WorkspaceConnection/list.json': ['GET', `${WORKSPACE}/connections`],
  '2025-12-01/Registries/update.json': [
    'PATCH',
    `${GROUP}/Microsoft.MachineLearningServices/registries/{registryName}`,
  ],
  '2025-12-01/Workspace/InferenceEndpoint/list.json': [
    'GET',
    `${WORKSPACE}/inferencePools/{poolName}/endpoints`,
  ],
  '2022-10-01/examples/ModelVersion/get.json': ['GET', `${WORKSPACE}/models/{name}/versions/{version}`],
  '2025-09-01/examples/GetAccount.json': ['GET', ACCOUNT],
  '2025-09-01/examples/ListDefenderForAISetting.json': ['GET', `${ACCOUNT}/defenderForAISettings`],
  '2025-09-01/examples/AccountConnection/get.json': ['GET', `${ACCOUNT}/connections/{connectionName}`],
  '2025-09-01/examples/GetDeployment.json': ['GET', `${ACCOUNT}/deployments/{deploymentName}`],
  '2025-09-01/examples/ListProjects.json': ['GET', `${ACCOUNT}/projects`],
  '2025-10-01-preview/PutRaiPolicy.json': ['PUT', `${ACCOUNT}/raiPolicies/{raiPolicyName}`],
  '2025-10-01-preview/AgentApplication/get.json': [
    'GET',
    `${ACCOUNT}/projects/{projectName}/applications/{name}`,
  ],
  '2025-10-01-preview/ManagedNetwork/listRuleV2.json': [
    'GET',
    `${ACCOUNT}/managedNetworks/{managedNetworkName}/outboundRules`,
  ],
  '2025-09-01/examples/ListRaiContentFilters.json': [
    'GET',
    '/subscriptions/{subscriptionId}/providers/Microsoft.CognitiveServices/locations/{location}/raiContentFilters',
  ],
};

/** Why an example or an exchange is no reply that could be replayed, by how many there are. */
export const withoutReply = new Map<string, number>();

function no(reason: string): [] {
  withoutReply.set(reason, (withoutReply.get(reason) ?? 0) + 1);
  return [];
}

function exampleReplies(): Reply[] {
  return ExampleManifest.parse(fixture('azure-examples/manifest.json')).files.flatMap((described) => {
    const { file } = described;
    const indexed = Object.entries(INDEXED).find(([ending]) => file.endsWith(`/${ending}`))?.[1];
    const [method, template] = indexed ?? [described.method, described.pathTemplate];
    if (method === undefined || template === undefined) throw new Error(`what does ${file} answer?`);
    const { parameters, responses } = Example.parse(fixture(`azure-examples/${file}`));
    const body = responses['200']?.body;
    if (!body) return no(`examples of ${method} without a body of 200`);
    const version = parameters['api-version'];
    return {
      source: file.replace(/^.*\/resource-manager\//, ''),
      from: 'example',
      method,
      path: filled(template, parameters, file, body),
      apiVersion: typeof version === 'string' ? version : undefined,
      body,
    };
  });
}

/**
 * A parameter may itself be a path, with or without a slash before it. Where it is the whole path, examples give it any
 * text, and the answer says who it is of.
 */
function filled(
  template: string,
  parameters: Readonly<Record<string, unknown>>,
  file: string,
  { id }: JsonObject,
): string {
  if (/^\/\{\w+\}$/.test(template) && typeof id === 'string') return id;
  const address = template.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    const value = parameters[name];
    if (typeof value !== 'string') throw new Error(`${file} has no parameter ${name}`);
    return value;
  });
  return `/${address}`.replace(/^\/+/, '/');
}

function recordedReplies(): Reply[] {
  const folder = 'recorded/azure';
  return readdirSync(path.join(FIXTURES, folder))
    .sort()
    .flatMap((file) =>
      Recording.parse(fixture(`${folder}/${file}`)).flatMap(({ method, uri, status, body }, index) => {
        if (uri === null || status !== 200 || !body) return no(`recorded ${method}s without a body of 200`);
        const { pathname, searchParams } = new URL(uri);
        return {
          source: `${file} #${index}`,
          from: 'recording',
          method,
          path: decodeURI(pathname),
          apiVersion: searchParams.get('api-version') ?? undefined,
          body,
        };
      }),
    );
}

export const replies: readonly Reply[] = haveFixtures ? [...exampleReplies(), ...recordedReplies()] : [];

/** The elements of a list, or the one resource. */
export function elementsOf({ body }: Pick<Reply, 'body'>): JsonObject[] {
  const { value } = body;
  return Array.isArray(value) ? value.filter(isObject) : [body];
}

const VERBS = new Set(['GET', 'PUT', 'PATCH']);

/** The resources of a reply: what was read, and what Azure answered when one was written. */
export function resourcesOf(reply: Reply): FixtureResource[] {
  const { source, from, method, path: asked, body } = reply;
  const address = armAddress(asked);
  if (!address || !VERBS.has(method)) return [];
  const isList = address.of === 'list';
  if (isList !== Array.isArray(body['value'])) return [];
  return elementsOf(reply).map((element, index) => {
    const { id } = element;
    // Examples give ids that are no paths, or paths of another type.
    const own = typeof id === 'string' ? armAddress(id) : undefined;
    const isItsOwn = own?.of === 'resource' && own.type.toLowerCase() === address.type.toLowerCase();
    return {
      source: isList ? `${source} [${index}]` : source,
      from,
      type: address.type,
      id: !isList ? asked : isItsOwn ? String(id) : `${asked}/${index}`,
      body: element,
    };
  });
}
