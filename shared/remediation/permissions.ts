import type { Provider } from '#shared/model/scope.ts';
import { type Action, operationsOfAction } from './action.ts';

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
  /** `actions` of an Azure custom role. */
  readonly azure: readonly string[];
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
  const aws = actions.filter((action) => providerOf(action) === 'aws');
  return {
    aws: aws.flatMap((action) => statementsOf(action, partition, passableRoles)),
    azure: sorted(actions.filter((action) => providerOf(action) === 'azure').flatMap(permissionsOf)),
    byAction: Object.fromEntries(actions.map((action) => [action.id, sorted(permissionsOf(action))])),
  };
}

export const providerOf = ({ id }: Pick<Action, 'id'>): Provider => id.split('.', 1)[0] as Provider;

const permissionsOf = (action: Action): string[] =>
  operationsOfAction(action).map(({ permission }) => permission);

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

function statementsOf(action: Action, partition: string, passableRoles: readonly string[]): Statement[] {
  const Sid = action.id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  const Resource = action.resources?.map((arn) => arn.replace('{partition}', partition)) ?? ['*'];
  const statement: Statement = { Sid, Effect: 'Allow', Action: sorted(permissionsOf(action)), Resource };
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
