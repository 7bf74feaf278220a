import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { GcpProjectDescription } from '../description.ts';
import { inventoryOf, TYPES } from './inventory.ts';

/** Children of `organizations/<number>` and `folders/<number>`: folder names and project ids. */
export type Hierarchy = Readonly<
  Record<string, { readonly folders?: readonly string[]; readonly projects?: readonly string[] }>
>;

export interface GcpState {
  readonly projects: Record<string, GcpProjectDescription>;
  readonly hierarchy: Hierarchy;
  /** Hosts of APIs that are not enabled in any project. */
  readonly disabled: readonly string[];
}

/** What one request asks for: a list under its key, or one resource, which may not be there. */
export type Content =
  | { readonly key: string; readonly elements: readonly JsonObject[] }
  | { readonly resource: JsonObject | undefined };

interface Route {
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

const MANAGER = /^cloudresourcemanager\.googleapis\.com$/;
const STORAGE = /^storage\.googleapis\.com$/;
const NOTEBOOKS = /^notebooks\.googleapis\.com$/;
const VERTEX = /^[a-z0-9-]+-aiplatform\.googleapis\.com$/;

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

/** Collections of Vertex AI, and the version of the API that has them where that is not v1. */
const VERTEX_COLLECTIONS = {
  ...Object.fromEntries(Object.keys(TYPES).map((collection) => [collection, 'v1'])),
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
      // “Returns an empty policy if the resource exists and does not have a policy set.”
      const { iamPolicy = { etag: 'ACAB' } } = found ?? {};
      return { resource: found && isObject(iamPolicy) ? iamPolicy : undefined };
    },
  }),
);

/** Which operation a request is, and what it asks for. Literal paths stand before those with a wildcard. */
export const routes: readonly Route[] = [
  ...inventoryRoutes,
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
      elements: (projects[query.get('project') ?? '']?.buckets ?? []).map(withoutPolicy),
    }),
  },
  {
    operation: 'storage.buckets.getIamPolicy',
    method: 'GET',
    host: STORAGE,
    path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)\/iam$/,
    content: ({ projects }, { bucket }) => {
      const policy = bucketNamed(projects, bucket)?.['iamPolicy'];
      return {
        resource: typeof policy === 'object' && !Array.isArray(policy) && policy ? policy : undefined,
      };
    },
  },
  {
    operation: 'storage.buckets.get',
    method: 'GET',
    host: STORAGE,
    path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)$/,
    content: ({ projects }, { bucket }) => {
      const found = bucketNamed(projects, bucket);
      return { resource: found && withoutPolicy(found) };
    },
  },
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
  Object.values(projects)
    .flatMap((description) => collectionsOf(description, ending))
    .find((resource) => resource['name'] === name);

const bucketNamed = (projects: GcpState['projects'], name = ''): JsonObject | undefined =>
  Object.values(projects)
    .flatMap(({ buckets = [] }) => buckets)
    .find((bucket) => bucket['name'] === name);

const withoutPolicy = ({ iamPolicy: _policy, ...resource }: JsonObject): JsonObject => resource;

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
