import type { AzureRole, GoogleRole } from '#connectors/permissions.ts';
import type { Provider } from '#shared/model/scope.ts';
import { type Action, permissionsOfAction } from './action.ts';

/** A statement of an AWS IAM policy, as JSON. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface RemediationPermissions {
  /** For the remediator role of an AWS account. */
  readonly aws: readonly Statement[];
  /** `Actions` of an Azure custom role. */
  readonly azure: readonly string[];
  /** `includedPermissions` of a Google Cloud custom role. */
  readonly gcp: readonly string[];
  /** What each action takes, for the documentation. */
  readonly byAction: Readonly<Record<string, readonly string[]>>;
}

export interface PermissionOptions {
  readonly partition?: string;
  /**
   * The roles that may be handed on, such as the one by which Bedrock writes to a log group. By default any,
   * to the one service that the action names: an undo hands back a role that nobody knows beforehand.
   */
  readonly passableRoles?: readonly string[];
}

/** Exactly what the declared actions call, reads and undos included. */
export function remediationPolicy(
  actions: readonly Action[],
  { partition = 'aws', passableRoles = [`arn:${partition}:iam::*:role/*`] }: PermissionOptions = {},
): RemediationPermissions {
  const of = (provider: Provider) =>
    actions.filter((action) => providerOf(action) === provider && isEverPlanned(action));
  const permissionsIn = (provider: Provider) => sorted(of(provider).flatMap(permissionsOfAction));
  return {
    aws: of('aws').flatMap((action) => statementsOf(action, partition, passableRoles)),
    azure: permissionsIn('azure'),
    gcp: permissionsIn('gcp'),
    byAction: Object.fromEntries(actions.map((action) => [action.id, permissionsOfAction(action)])),
  };
}

/** An action that fixes no check is never planned, and so is granted nothing. */
export const isEverPlanned = ({ fixes }: Pick<Action, 'fixes'>): boolean => fixes.length > 0;

/** The custom role of the Azure identity that writes, apart from the reader's. */
export const azureRemediatorRole = (actions: readonly Action[], scopes: readonly string[]): AzureRole => ({
  Name: 'aispm remediator',
  IsCustom: true,
  Description: 'Carries out approved remediations of aispm, and takes them back.',
  Actions: remediationPolicy(actions).azure,
  NotActions: [],
  DataActions: [],
  NotDataActions: [],
  AssignableScopes: scopes,
});

/** The custom role of the service account that writes, apart from the reader's. */
export const googleRemediatorRole = (actions: readonly Action[]): GoogleRole => ({
  title: 'aispm remediator',
  description: 'Carries out approved remediations of aispm, and takes them back.',
  stage: 'GA',
  includedPermissions: remediationPolicy(actions).gcp,
});

/** What plans read, and with it the reader's roles, in the form of what connectors declare. */
export const planningReads = (actions: readonly Action[], provider: Provider) =>
  actions
    .filter((action) => providerOf(action) === provider && isEverPlanned(action))
    .flatMap(({ settings }) =>
      Object.entries(settings).map(([id, { read }]) => ({
        assetType: { id },
        operations: { list: [], read: [read] },
      })),
    );

export const providerOf = ({ id }: Pick<Action, 'id'>): Provider => id.split('.', 1)[0] as Provider;

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

function statementsOf(action: Action, partition: string, passableRoles: readonly string[]): Statement[] {
  const Sid = action.id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const Resource = action.resources?.map((arn) => arn.replace('{partition}', partition)) ?? ['*'];
  const statement: Statement = { Sid, Effect: 'Allow', Action: permissionsOfAction(action), Resource };
  if (!action.passesRoleTo || passableRoles.length === 0) return [statement];
  return [
    statement,
    {
      Sid: `${Sid}PassRole`,
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: [...passableRoles],
      Condition: { StringEquals: { 'iam:PassedToService': action.passesRoleTo } },
    },
  ];
}
