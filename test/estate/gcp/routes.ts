import { googleReaders } from '#cli/setup/readers.ts';
import { googleRole } from '#connectors/permissions.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { GcpProjectDescription } from '../description.ts';
import { identityRoutes } from './identity-routes.ts';
import { inventoryOf, TYPES } from './inventory.ts';
import { policyOf } from './policies.ts';
import { bucketReply } from './writes.ts';

/** Children of `organizations/<number>` and `folders/<number>`: folder names and project ids. */
export type Hierarchy = Readonly<
  Record<
    string,
    {
      readonly folders?: readonly string[];
      readonly projects?: readonly string[];
      readonly iamPolicy?: JsonObject;
      readonly roles?: readonly JsonObject[];
      readonly denyPolicies?: readonly JsonObject[];
    }
  >
>;

export interface GcpState {
  readonly projects: Record<string, GcpProjectDescription>;
  readonly hierarchy: Hierarchy;
  readonly bucketsOfOthers: readonly JsonObject[];
  /** Hosts of APIs that are not enabled in any project. */
  readonly disabled: readonly string[];
}

/** What one request asks for: a list under its key, or one resource, which may not be there. */
export type Content =
  | { readonly key: string; readonly elements: readonly JsonObject[] }
  | { readonly resource: JsonObject | undefined };

export interface Route {
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly host: RegExp;
  readonly path: RegExp;
  /** Tells apart operations of one address. */
  readonly query?: Readonly<Record<string, string>>;
  readonly content: (
    state: GcpState,
    groups: Readonly<Record<string, string>>,
    query: URLSearchParams,
    body: string,
  ) => Content | undefined;
}

/** What is enabled in a project that does not say it. */
const SERVICES = [
  'aiplatform',
  'apikeys',
  'artifactregistry',
  'cloudresourcemanager',
  'dialogflow',
  'discoveryengine',
  'documentai',
  'modelarmor',
  'notebooks',
  'serviceusage',
  'storage',
].map((name) => `${name}.googleapis.com`);

const STORAGE = /^storage\.googleapis\.com$/;
const NOTEBOOKS = /^notebooks\.googleapis\.com$/;
const VERTEX = /^[a-z0-9-]+-aiplatform\.googleapis\.com$/;

const MANAGER = /^cloudresourcemanager\.googleapis\.com$/;

const inventoryRoutes = (
  [
    ['cloudasset.assets.listResource', 'RESOURCE'],
    ['cloudasset.assets.listIamPolicy', 'IAM_POLICY'],
  ] as const
).map(
  ([operation, contentType]): Route => ({
    operation,
    method: 'GET',
    host: /^cloudasset\.googleapis\.com$/,
    path: /^\/v1\/projects\/(?<project>[^/]+)\/assets$/,
    query: { contentType },
    content: (state, { project = '' }, query) =>
      inventoryOf(state, project, contentType, query.getAll('assetTypes')),
  }),
);

/** Services whose collections are listed and read alike: host, version, collection and the key of its list. */
const COLLECTIONS = [
  ['dialogflow.agents', /^([a-z0-9-]+-)?dialogflow\.googleapis\.com$/, 'v3', 'agents'],
  ['discoveryengine.dataStores', /^([a-z]+-)?discoveryengine\.googleapis\.com$/, 'v1', 'dataStores'],
  ['discoveryengine.engines', /^([a-z]+-)?discoveryengine\.googleapis\.com$/, 'v1', 'engines'],
  ['documentai.processors', /^[a-z0-9-]+-documentai\.googleapis\.com$/, 'v1', 'processors'],
  ['modelarmor.templates', /^modelarmor\.[a-z0-9-]+\.rep\.googleapis\.com$/, 'v1', 'templates'],
  ['apikeys.keys', /^apikeys\.googleapis\.com$/, 'v2', 'keys'],
  ['logging.buckets', /^logging\.googleapis\.com$/, 'v2', 'buckets'],
] as const;

const collectionRoutes = COLLECTIONS.flatMap(([service, host, version, collection]): Route[] => [
  {
    operation: `${service}.list`,
    method: 'GET',
    host,
    path: new RegExp(
      `^/${version}/projects/(?<project>[^/]+)/(?<place>locations/[^/]+(?:/collections/[^/]+)?)/${collection}$`,
    ),
    content: ({ projects }, { project = '', place = '' }) => ({
      key: collection,
      elements: place.includes('/-')
        ? collectionsOf(projects[project], `/${collection}`)
        : (projects[project]?.collections[`${place}/${collection}`] ?? []),
    }),
  },
  {
    operation: `${service}.get`,
    method: 'GET',
    host,
    path: new RegExp(`^/${version}/(?<name>projects/[^/]+/locations/.+/${collection}/[^/]+)$`),
    content: ({ projects }, { name }) => ({ resource: named(projects, `/${collection}`, name) }),
  },
]);

/** Things that a project has once, or that are named by their own key, by the path below the project. */
const singleRoutes = (
  [
    [
      'modelarmor.floorSettings.get',
      /^modelarmor\.googleapis\.com$/,
      'v1',
      'locations/global/floorSetting',
      {},
    ],
    ['dialogflow.agents.get (ES)', /^dialogflow\.googleapis\.com$/, 'v2', 'agent', undefined],
  ] as const
).map(
  ([operation, host, version, path, byDefault]): Route => ({
    operation,
    method: 'GET',
    host,
    path: new RegExp(`^/${version}/projects/(?<project>[^/]+)/${path}$`),
    content: ({ projects }, { project = '' }) => ({
      resource: projects[project]?.collections[path]?.[0] ?? byDefault,
    }),
  }),
);

const listRoutes = (
  [
    ['logging.sinks.list', /^logging\.googleapis\.com$/, 'v2', 'sinks', 'sinks'],
    ['iam.serviceAccounts.list', /^iam\.googleapis\.com$/, 'v1', 'serviceAccounts', 'accounts'],
  ] as const
).map(
  ([operation, host, version, collection, key]): Route => ({
    operation,
    method: 'GET',
    host,
    path: new RegExp(`^/${version}/projects/(?<project>[^/]+)/${collection}$`),
    content: ({ projects }, { project = '' }) => ({
      key,
      elements: (projects[project]?.collections[collection] ?? []).map(
        ({ keys: _keys, iamPolicy: _policy, ...own }) => own,
      ),
    }),
  }),
);

const accountNamed = ({ projects }: GcpState, project = '', email = ''): JsonObject | undefined =>
  projects[project]?.collections['serviceAccounts']?.find((account) => account['email'] === email);

const otherRoutes: Route[] = [
  {
    operation: 'iam.serviceAccounts.get',
    method: 'GET',
    host: /^iam\.googleapis\.com$/,
    path: /^\/v1\/projects\/(?<project>[^/]+)\/serviceAccounts\/(?<email>[^/]+)$/,
    content: (state, { project, email }) => {
      const { keys: _keys, iamPolicy: _policy, ...account } = accountNamed(state, project, email) ?? {};
      return { resource: account['email'] === undefined ? undefined : account };
    },
  },
  {
    operation: 'iam.serviceAccountKeys.list',
    method: 'GET',
    host: /^iam\.googleapis\.com$/,
    path: /^\/v1\/projects\/(?<project>[^/]+)\/serviceAccounts\/(?<email>[^/]+)\/keys$/,
    content: (state, { project, email }) => {
      const keys = accountNamed(state, project, email)?.['keys'];
      return { key: 'keys', elements: Array.isArray(keys) ? keys.filter(isObject) : [] };
    },
  },
  {
    operation: 'artifactregistry.repositories.get',
    method: 'GET',
    host: /^artifactregistry\.googleapis\.com$/,
    path: /^\/v1\/(?<name>projects\/[^/]+\/locations\/[^/]+\/repositories\/[^/:]+)$/,
    content: ({ projects }, { name }) => {
      const found = named(projects, '/repositories', name);
      return { resource: found && withoutPolicy(found) };
    },
  },
  {
    operation: 'artifactregistry.repositories.getIamPolicy',
    method: 'GET',
    host: /^artifactregistry\.googleapis\.com$/,
    path: /^\/v1\/(?<name>projects\/[^/]+\/locations\/[^/]+\/repositories\/[^/:]+):getIamPolicy$/,
    content: ({ projects }, { name }) => {
      const policy = named(projects, '/repositories', name)?.['iamPolicy'];
      return { resource: isObject(policy) ? policy : {} };
    },
  },
  {
    operation: 'orgpolicy.policy.get',
    method: 'GET',
    host: /^orgpolicy\.googleapis\.com$/,
    path: /^\/v2\/projects\/(?<project>[^/]+)\/policies\/(?<constraint>[^/:]+):getEffectivePolicy$/,
    content: ({ projects }, { project = '', constraint = '' }) => ({
      resource: projects[project]?.collections['policies']?.find(({ name }) =>
        String(name).endsWith(`/policies/${constraint}`),
      ) ?? { name: `projects/123456789012/policies/${constraint}`, spec: {} },
    }),
  },
  ...(['organizations', 'folders'] as const).map(
    (kind): Route => ({
      operation: `resourcemanager.${kind}.getIamPolicy`,
      method: 'POST',
      host: MANAGER,
      path: new RegExp(`^/v3/(?<name>${kind}/[^/:]+):getIamPolicy$`),
      content: ({ hierarchy }, { name = '' }) => ({ resource: hierarchy[name]?.iamPolicy ?? {} }),
    }),
  ),
];

/** Collections of Vertex AI, and the version of the API that has them where that is not v1. */
const VERTEX_COLLECTIONS = {
  ...Object.fromEntries(
    Object.entries(TYPES).flatMap(([collection, type]) =>
      type.startsWith('aiplatform.') ? [[collection, 'v1']] : [],
    ),
  ),
  persistentResources: 'v1',
  ragCorpora: 'v1',
  extensions: 'v1beta1',
};

/** Those with an IAM policy of their own, and the version of the API that tells it. */
const VERTEX_POLICIES = {
  endpoints: 'v1beta1',
  notebookRuntimeTemplates: 'v1',
  reasoningEngines: 'v1',
};

const vertexRoutes = Object.entries(VERTEX_COLLECTIONS).flatMap(([collection, version]): Route[] => [
  {
    operation: `aiplatform.${collection}.list`,
    method: 'GET',
    host: VERTEX,
    path: new RegExp(`^/${version}/projects/(?<project>[^/]+)/locations/(?<location>[^/]+)/${collection}$`),
    content: ({ projects }, { project = '', location = '' }, query) => ({
      key: collection,
      elements: filtered(
        projects[project]?.collections[`locations/${location}/${collection}`] ?? [],
        query,
      ).map(withoutPolicy),
    }),
  },
  {
    operation: `aiplatform.${collection}.get`,
    method: 'GET',
    host: VERTEX,
    path: new RegExp(`^/${version}/(?<name>projects/[^/]+/locations/[^/]+/${collection}/[^/:]+)$`),
    content: ({ projects }, { name }) => {
      const found = named(projects, `/${collection}`, name);
      return { resource: found && withoutPolicy(found) };
    },
  },
]);

const vertexPolicyRoutes = Object.entries(VERTEX_POLICIES).map(
  ([collection, version]): Route => ({
    operation: `aiplatform.${collection}.getIamPolicy`,
    method: 'POST',
    host: VERTEX,
    path: new RegExp(
      `^/${version}/(?<name>projects/[^/]+/locations/[^/]+/${collection}/[^/:]+):getIamPolicy$`,
    ),
    query: { 'options.requestedPolicyVersion': '3' },
    content: ({ projects }, { name }) => {
      const found = named(projects, `/${collection}`, name);
      return { resource: found && policyOf(found) };
    },
  }),
);

/** Which operation a request is, and what it asks for. Literal paths stand before those with a wildcard. */
export const routes: readonly Route[] = [
  ...inventoryRoutes,
  ...singleRoutes,
  ...listRoutes,
  ...identityRoutes,
  ...otherRoutes,
  ...collectionRoutes,
  {
    operation: 'serviceusage.services.list',
    method: 'GET',
    host: /^serviceusage\.googleapis\.com$/,
    path: /^\/v1\/projects\/(?<project>[^/]+)\/services$/,
    content: ({ projects, disabled }, { project = '' }) => ({
      key: 'services',
      elements: (projects[project]?.services ?? SERVICES)
        .filter((service) => !disabled.some((host) => host.endsWith(service)))
        .map((name) => ({
          name: `projects/123456789012/services/${name}`,
          state: 'ENABLED',
          config: { name },
        })),
    }),
  },
  ...vertexRoutes,
  ...vertexPolicyRoutes,
  {
    operation: 'notebooks.instances.list',
    method: 'GET',
    host: NOTEBOOKS,
    path: /^\/v2\/projects\/(?<project>[^/]+)\/locations\/-\/instances$/,
    content: ({ projects }, { project = '' }) => ({
      key: 'instances',
      elements: collectionsOf(projects[project], '/instances'),
    }),
  },
  {
    operation: 'notebooks.instances.get',
    method: 'GET',
    host: NOTEBOOKS,
    path: /^\/v2\/(?<name>projects\/[^/]+\/locations\/[^/]+\/instances\/[^/]+)$/,
    content: ({ projects }, { name }) => ({ resource: named(projects, '/instances', name) }),
  },
  {
    operation: 'storage.buckets.list',
    method: 'GET',
    host: STORAGE,
    path: /^\/storage\/v1\/b$/,
    content: ({ projects }, _groups, query) => ({
      key: 'items',
      elements: (projects[query.get('project') ?? '']?.buckets ?? []).map((bucket) =>
        bucketReply(bucket, query),
      ),
    }),
  },
  {
    operation: 'storage.buckets.getIamPolicy',
    method: 'GET',
    host: STORAGE,
    path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)\/iam$/,
    content: ({ projects }, { bucket }) => {
      const found = bucketNamed(projects, bucket);
      return { resource: found && policyOf(found) };
    },
  },
  {
    operation: 'storage.buckets.get',
    method: 'GET',
    host: STORAGE,
    path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)$/,
    content: ({ projects, bucketsOfOthers }, { bucket }, query) => {
      const found = bucketNamed(projects, bucket) ?? bucketsOfOthers.find(({ name }) => name === bucket);
      return { resource: found && bucketReply(found, query) };
    },
  },
  {
    operation: 'resourcemanager.projects.testIamPermissions',
    method: 'POST',
    host: MANAGER,
    path: /^\/v3\/projects\/(?<project>[^/:]+):testIamPermissions$/,
    content: ({ projects }, { project = '' }, _query, body) =>
      permissionsHeld(projects[project]?.caller ?? {}, 'projects', body, project in projects),
  },
  ...(['organizations', 'folders'] as const).map(
    (kind): Route => ({
      operation: `resourcemanager.${kind}.testIamPermissions`,
      method: 'POST',
      host: MANAGER,
      path: new RegExp(`^/v3/(?<resource>${kind}/[^/:]+):testIamPermissions$`),
      content: ({ hierarchy }, { resource = '' }, _query, body) =>
        permissionsHeld({}, 'organization', body, resource in hierarchy),
    }),
  ),
  {
    operation: 'resourcemanager.projects.getIamPolicy',
    method: 'POST',
    host: MANAGER,
    path: /^\/v3\/projects\/(?<project>[^/:]+):getIamPolicy$/,
    content: ({ projects }, { project = '' }) => ({ resource: projects[project]?.iamPolicy }),
  },
  {
    operation: 'resourcemanager.projects.search',
    method: 'GET',
    host: MANAGER,
    path: /^\/v3\/projects:search$/,
    content: ({ projects }) => ({
      key: 'projects',
      elements: Object.keys(projects).map((id) => project(projects, id)),
    }),
  },
  {
    operation: 'resourcemanager.projects.list',
    method: 'GET',
    host: MANAGER,
    path: /^\/v3\/projects$/,
    content: ({ projects, hierarchy }, _groups, query) => ({
      key: 'projects',
      elements: (hierarchy[query.get('parent') ?? '']?.projects ?? []).map((id) => project(projects, id)),
    }),
  },
  {
    operation: 'resourcemanager.folders.list',
    method: 'GET',
    host: MANAGER,
    path: /^\/v3\/folders$/,
    content: ({ hierarchy }, _groups, query) => ({
      key: 'folders',
      elements: (hierarchy[query.get('parent') ?? '']?.folders ?? []).map((name) => ({
        name,
        state: 'ACTIVE',
      })),
    }),
  },
];

const withoutPolicy = ({ iamPolicy: _policy, ...resource }: JsonObject): JsonObject => resource;
/** One permission that the resource does not know is an error; of a resource that is not there, nothing is held. */
function permissionsHeld(
  { also = [], without = [], unknown = [] }: NonNullable<GcpProjectDescription['caller']>,
  level: 'projects' | 'organization',
  body: string,
  exists: boolean,
): Content | undefined {
  const request: unknown = JSON.parse(body);
  const asked =
    isObject(request) && Array.isArray(request['permissions']) ? request['permissions'].map(String) : [];
  if (asked.length === 0 || asked.length > 100 || asked.some((each) => unknown.includes(each)))
    return undefined;
  const role = new Set([...googleRole(googleReaders, level).includedPermissions, ...also]);
  const held = asked.filter((each) => exists && role.has(each) && !without.includes(each));
  return { resource: held.length > 0 ? { permissions: held } : {} };
}

const project = (projects: GcpState['projects'], projectId: string): JsonObject => ({
  name: `projects/${projectId}`,
  projectId,
  displayName: projects[projectId]?.name ?? projectId,
  state: 'ACTIVE',
});

const collectionsOf = (description: GcpProjectDescription | undefined, ending: string): JsonObject[] =>
  Object.entries(description?.collections ?? {}).flatMap(([path, list]) =>
    path.endsWith(ending) ? list : [],
  );

const named = (projects: GcpState['projects'], ending: string, name = ''): JsonObject | undefined =>
  Object.entries(projects)
    .flatMap(([id, description]) => collectionsOf(description, ending).map((resource) => ({ id, resource })))
    .find(({ id, resource }) => namesOf(resource, id).includes(name))?.resource;

/** Google gives a name with the number of the project, and takes it with the id as well. */
const namesOf = ({ name }: JsonObject, projectId: string): string[] => [
  String(name),
  String(name).replace(/^projects\/\d+\//, `projects/${projectId}/`),
];

const bucketNamed = (projects: GcpState['projects'], name = ''): JsonObject | undefined =>
  Object.values(projects)
    .flatMap(({ buckets = [] }) => buckets)
    .find((bucket) => bucket['name'] === name);

/** The part of the standard filter that is asked for: `create_time>"…" OR state="…"`. */
function filtered(list: readonly JsonObject[], query: URLSearchParams): readonly JsonObject[] {
  const filter = query.get('filter');
  if (filter === null) return list;
  const terms = filter.split(' OR ').map((term) => {
    const [, path, operator, value] = /^(create_time|state)(>|=)"([^"]*)"$/.exec(term) ?? [];
    if (path === undefined || value === undefined)
      throw new Error(`a filter that is not understood: ${term}`);
    return path === 'state' && operator === '='
      ? ({ state }: JsonObject) => state === value
      : ({ createTime }: JsonObject) => String(createTime) > value;
  });
  return list.filter((element) => terms.some((holds) => holds(element)));
}

export function routeOf(method: string, host: string, path: string, query: URLSearchParams) {
  for (const route of routes) {
    const isAsked = Object.entries(route.query ?? {}).every(([key, value]) => query.get(key) === value);
    const match = isAsked && route.method === method && route.host.test(host) ? route.path.exec(path) : null;
    if (match) return { route, groups: match.groups ?? {} };
  }
  return undefined;
}
