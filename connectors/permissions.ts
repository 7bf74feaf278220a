import { type Connector, operationsOf } from './connector.ts';

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

/** The Azure custom role for what the connectors read; `scopes` are ARM ids of subscriptions or management groups. */
export function azureRole(connectors: readonly Declared[], scopes: readonly string[]): AzureRole {
  return {
    Name: 'aispm reader',
    IsCustom: true,
    Description: 'Reads the configuration of AI assets for aispm; no keys, no data.',
    Actions: permissionsOf(connectors).map(({ permission }) => permission),
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: scopes,
  };
}

/** In the form that `gcloud iam roles create --file` takes, as YAML or JSON. */
export interface GoogleRole {
  readonly title: string;
  readonly description: string;
  readonly stage: 'GA';
  readonly includedPermissions: readonly string[];
}

/** The Google Cloud custom role for what the connectors read. */
export function googleRole(connectors: readonly Declared[]): GoogleRole {
  return {
    title: 'aispm reader',
    description: 'Reads the configuration of AI assets for aispm; no data.',
    stage: 'GA',
    includedPermissions: permissionsOf(connectors).map(({ permission }) => permission),
  };
}
