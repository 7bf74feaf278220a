import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { GcpState, Route } from './routes.ts';
import { denyPolicyName, predefinedRole } from './services/identity.ts';

const IAM = /^iam\.googleapis\.com$/;
const POOLS = 'locations/global/workloadIdentityPools';

const collectionOf = ({ projects }: GcpState, project = '', path = ''): readonly JsonObject[] =>
  projects[project]?.collections[path] ?? [];

/** By the last part of the name, for one gives the project by its number and another by its id. */
const withLast = (resources: readonly JsonObject[], last = ''): JsonObject | undefined =>
  resources.find(({ name }) => String(name).endsWith(`/${last}`));

const roleRoutes: readonly Route[] = [
  {
    operation: 'iam.roles.list',
    method: 'GET',
    host: IAM,
    path: /^\/v1\/projects\/(?<project>[^/]+)\/roles$/,
    query: { view: 'FULL' },
    content: (state, { project }) => ({ key: 'roles', elements: collectionOf(state, project, 'roles') }),
  },
  {
    operation: 'iam.roles.list (organization)',
    method: 'GET',
    host: IAM,
    path: /^\/v1\/(?<name>organizations\/[^/]+)\/roles$/,
    query: { view: 'FULL' },
    content: ({ hierarchy }, { name = '' }) => ({ key: 'roles', elements: hierarchy[name]?.roles ?? [] }),
  },
  {
    operation: 'iam.roles.get',
    method: 'GET',
    host: IAM,
    path: /^\/v1\/(?<name>roles\/[\w.]+)$/,
    content: (_state, { name = '' }) => ({ resource: predefinedRole(name) }),
  },
  {
    operation: 'iam.roles.get',
    method: 'GET',
    host: IAM,
    path: /^\/v1\/(?<holder>(?:projects|organizations)\/(?<id>[^/]+))\/roles\/(?<role>[^/]+)$/,
    content: (state, { holder = '', id, role }) => ({
      resource: withLast(state.hierarchy[holder]?.roles ?? collectionOf(state, id, 'roles'), role),
    }),
  },
];

const poolRoutes: readonly Route[] = [
  {
    operation: 'iam.workloadIdentityPools.list',
    method: 'GET',
    host: IAM,
    path: new RegExp(`^/v1/projects/(?<project>[^/]+)/${POOLS}$`),
    content: (state, { project }) => ({
      key: 'workloadIdentityPools',
      elements: collectionOf(state, project, POOLS),
    }),
  },
  {
    operation: 'iam.workloadIdentityPools.get',
    method: 'GET',
    host: IAM,
    path: new RegExp(`^/v1/projects/[^/]+/${POOLS}/(?<pool>[^/]+)$`),
    content: ({ projects }, { pool }) => ({
      resource: withLast(
        Object.values(projects).flatMap(({ collections }) => collections[POOLS] ?? []),
        pool,
      ),
    }),
  },
  {
    operation: 'iam.workloadIdentityPoolProviders.list',
    method: 'GET',
    host: IAM,
    path: new RegExp(`^/v1/projects/(?<project>[^/]+)/(?<pool>${POOLS}/[^/]+)/providers$`),
    content: (state, { project, pool }) => ({
      key: 'workloadIdentityPoolProviders',
      elements: collectionOf(state, project, `${pool}/providers`),
    }),
  },
  {
    operation: 'iam.workloadIdentityPoolProviders.get',
    method: 'GET',
    host: IAM,
    path: new RegExp(`^/v1/projects/[^/]+/(?<providers>${POOLS}/[^/]+/providers)/(?<provider>[^/]+)$`),
    content: ({ projects }, { providers = '', provider }) => ({
      resource: withLast(
        Object.values(projects).flatMap(({ collections }) => collections[providers] ?? []),
        provider,
      ),
    }),
  },
];

/** Decoded, as addresses are before they are looked up. */
const DENY =
  '^/v2/policies/cloudresourcemanager\\.googleapis\\.com/(?<kind>[a-z]+)/(?<id>[^/]+)/denypolicies';

/** Those attached to a project, by its id or its number, or to an organisation or folder. */
const denyPoliciesAt = ({ projects, hierarchy }: GcpState, kind = '', id = ''): readonly JsonObject[] =>
  kind === 'projects'
    ? (projects[id]?.collections['denypolicies'] ??
      Object.values(projects).flatMap(({ collections }) =>
        (collections['denypolicies'] ?? []).filter(({ name }) =>
          String(name).startsWith(denyPolicyName(`projects/${id}`, '')),
        ),
      ))
    : (hierarchy[`${kind}/${id}`]?.denyPolicies ?? []);

const denyRoutes: readonly Route[] = [
  {
    operation: 'iam.denypolicies.list',
    method: 'GET',
    host: IAM,
    path: new RegExp(`${DENY}$`),
    content: (state, { kind, id }) => ({
      key: 'policies',
      // Metadata only: policy.proto.
      elements: denyPoliciesAt(state, kind, id).map(({ rules: _rules, ...metadata }) => metadata),
    }),
  },
  {
    operation: 'iam.denypolicies.get',
    method: 'GET',
    host: IAM,
    path: new RegExp(`${DENY}/(?<policy>[^/]+)$`),
    content: (state, { kind, id, policy }) => ({
      resource: withLast(denyPoliciesAt(state, kind, id), policy),
    }),
  },
];

const accountPolicy: Route = {
  operation: 'iam.serviceAccounts.getIamPolicy',
  method: 'POST',
  host: IAM,
  path: /^\/v1\/projects\/(?<project>[^/]+)\/serviceAccounts\/(?<email>[^/]+):getIamPolicy$/,
  query: { 'options.requestedPolicyVersion': '3' },
  content: (state, { project, email }) => {
    const account = collectionOf(state, project, 'serviceAccounts').find((one) => one['email'] === email);
    const policy = account?.['iamPolicy'];
    return { resource: account && (isObject(policy) ? policy : { etag: 'ACAB' }) };
  },
};

/** Who is let in, as what, and what is denied all the same. */
export const identityRoutes: readonly Route[] = [...roleRoutes, ...poolRoutes, ...denyRoutes, accountPolicy];
