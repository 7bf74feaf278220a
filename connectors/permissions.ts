import { subscriptionOperations } from './azure/subscriptions.ts';
import { type Connector, operationsOf } from './connector.ts';
import { inventoryOperations } from './gcp/asset-inventory.ts';
import type { GcpConnector } from './gcp/connector.ts';
import { serviceOf } from './gcp/offered.ts';
import { projectOperations } from './gcp/projects.ts';
import type { Operation } from './operation.ts';

/** One permission in the cloud's own spelling, and what it is needed for. */
export interface Permission {
  readonly permission: string;
  /** Ids of the operations that need it. */
  readonly operations: readonly string[];
  /** Ids of the asset types that are read with it. */
  readonly assetTypes: readonly string[];
}

type Declared = Pick<Connector, 'operations'> & { readonly assetType: { readonly id: string } };

/** The distinct permissions of what the connectors declare, sorted, with who needs them. */
export function permissionsOf(connectors: readonly Declared[]): Permission[] {
  const uses = connectors.flatMap((connector) =>
    operationsOf(connector).map(({ id, permission }) => ({
      permission,
      operation: id,
      assetType: connector.assetType.id,
    })),
  );
  return [...Map.groupBy(uses, ({ permission }) => permission)]
    .map(([permission, ofPermission]) => ({
      permission,
      operations: sortedSet(ofPermission.map(({ operation }) => operation)),
      assetTypes: sortedSet(ofPermission.map(({ assetType }) => assetType)),
    }))
    .sort((a, b) => (a.permission < b.permission ? -1 : 1));
}

const sortedSet = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
}

/**
 * The IAM policy that lets a role read what the connectors read: every action by name, one statement a service.
 * The resource is `*` because the actions list and describe configurations of whatever the account holds, which
 * nobody can name beforehand; most listing actions know no other resource.
 */
export function awsPolicy(connectors: readonly Declared[]): PolicyDocument {
  const actions = permissionsOf(connectors).map(({ permission }) => permission);
  return {
    Version: '2012-10-17',
    Statement: [...Map.groupBy(actions, (action) => action.split(':', 1)[0] ?? action)].map(
      ([service, ofService]) => ({
        Sid: `Read${service.replaceAll(/[^A-Za-z0-9]/g, '')}`,
        Effect: 'Allow',
        Action: ofService,
        Resource: '*',
      }),
    ),
  };
}

/** What a scan calls that reads no asset, and when: it is in the roles beside what the connectors declare. */
export const listingOperations: Readonly<
  Record<'azure' | 'gcp', readonly { readonly operation: Operation; readonly needed: string }[]>
> = {
  azure: [
    { operation: subscriptionOperations.list, needed: 'to see which subscriptions there are' },
    { operation: subscriptionOperations.descendants, needed: 'where a management group is scanned' },
  ],
  gcp: [
    { operation: inventoryOperations.resources, needed: 'to read a project in few calls' },
    { operation: inventoryOperations.policies, needed: 'to read a project in few calls' },
    { operation: projectOperations.list, needed: 'where a folder or an organization is scanned' },
    { operation: projectOperations.folders, needed: 'where a folder or an organization is scanned' },
    {
      operation: projectOperations.search,
      needed:
        'where the config names no project, folder or organization; no role that is printed here has it',
    },
  ],
};

/** Where the identity that reads Azure is let in. */
export type AzureRoot =
  | { readonly kind: 'subscriptions'; readonly subscriptions: readonly string[] }
  | { readonly kind: 'management-group'; readonly managementGroup: string };

/** The ARM ids of what a root stands for. */
export const armScopesOf = (root: AzureRoot): string[] =>
  root.kind === 'subscriptions'
    ? root.subscriptions.map((subscription) => `/subscriptions/${subscription}`)
    : [`/providers/Microsoft.Management/managementGroups/${root.managementGroup}`];

/** In the form that `az role definition create --role-definition` takes. */
export interface AzureRole {
  readonly Name: string;
  readonly IsCustom: true;
  readonly Description: string;
  readonly Actions: readonly string[];
  readonly NotActions: readonly string[];
  readonly DataActions: readonly string[];
  readonly NotDataActions: readonly string[];
  readonly AssignableScopes: readonly string[];
}

export const AZURE_ROLE_NAME = 'aispm reader';

/**
 * The Azure custom role for what the connectors read, and for listing what to scan. Data actions stay empty: a role
 * that has some cannot be assigned at a management group, and whatever they give is data.
 */
export function azureRole(
  connectors: readonly Declared[],
  root: AzureRoot,
  name: string = AZURE_ROLE_NAME,
): AzureRole {
  const { list, descendants } = subscriptionOperations;
  const listing = root.kind === 'management-group' ? [list, descendants] : [list];
  return {
    Name: name,
    IsCustom: true,
    Description: 'Reads the configuration of AI assets for aispm; no keys, no data.',
    Actions: sortedSet([...namesOf(connectors), ...listing.map(({ permission }) => permission)]),
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: armScopesOf(root),
  };
}

/** Where the identity that reads Google Cloud is let in. There are no custom roles of folders, only of organizations. */
export type GoogleRoot =
  | { readonly kind: 'projects'; readonly projects: readonly string[] }
  | { readonly kind: 'folder'; readonly folder: string; readonly organization: string }
  | { readonly kind: 'organization'; readonly organization: string };

/** In the form that `gcloud iam roles create --file` takes, as YAML or JSON. */
export interface GoogleRole {
  readonly title: string;
  readonly description: string;
  readonly stage: 'GA';
  readonly includedPermissions: readonly string[];
}

/** Without a level: of projects. */
export type GoogleDeclared = Declared & Partial<Pick<GcpConnector, 'level'>>;

/**
 * The Google Cloud custom role for what the connectors read. A role of a project leaves out what only an
 * organization or a folder has: what lists projects and folders, and what is read of these themselves.
 */
export function googleRole(connectors: readonly GoogleDeclared[], root: GoogleRoot['kind']): GoogleRole {
  const { list, folders } = projectOperations;
  const ofProjects = connectors.filter(({ level }) => level !== 'organization');
  const inventory = Object.values(inventoryOperations);
  const permissions =
    root === 'projects'
      ? [...namesOf(ofProjects), ...inventory.map(({ permission }) => permission)].filter(isOfProjects)
      : [...namesOf(connectors), ...[...inventory, list, folders].map(({ permission }) => permission)];
  return {
    title: 'aispm reader',
    description: 'Reads the configuration of AI assets for aispm; no data.',
    stage: 'GA',
    includedPermissions: sortedSet(permissions),
  };
}

/** What a custom role of a project may not hold: https://cloud.google.com/iam/docs/creating-custom-roles */
const isOfProjects = (permission: string): boolean =>
  !/^resourcemanager\.(organizations\.|folders\.|projects\.list$)/.test(permission);

const namesOf = (connectors: readonly Declared[]): string[] =>
  permissionsOf(connectors).map(({ permission }) => permission);

/** The Google APIs that are called, sorted: `aiplatform.googleapis.com`. */
export function googleApis(connectors: readonly Declared[]): string[] {
  return sortedSet([...apiByOperation(connectors).values()]);
}

/** The API that each declared operation belongs to, by the id of the operation. */
export const apiByOperation = (connectors: readonly Declared[]): ReadonlyMap<string, string> =>
  new Map(
    [...connectors.flatMap(operationsOf), ...listingOperations.gcp.map(({ operation }) => operation)].map(
      (operation) => [operation.id, apiOf(operation)],
    ),
  );

/** By the host of its address, whose placeholders stand for locations; by its permission where there is no address. */
function apiOf(operation: Operation): string {
  const url = 'url' in operation && typeof operation.url === 'string' ? operation.url : '';
  const api = URL.canParse(withoutPlaceholders(url)) ? serviceOf(new URL(withoutPlaceholders(url)).host) : '';
  return /^[a-z]+\.googleapis\.com$/.test(api)
    ? api
    : `${operation.permission.split('.', 1)[0]}.googleapis.com`;
}

const withoutPlaceholders = (url: string): string => url.replaceAll(/\{\+?\w+\}/g, 'x-');
