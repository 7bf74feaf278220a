import { role, user } from '#shared/assets/aws/iam.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Predicate } from '#shared/model/predicate.ts';
import { isNoAdministrator, isNoUserAdministrator } from './administrator.ts';
import { roleThatMay, roleWith, userThatMay, userWith } from './examples.ts';
import { type PolicyLists, ROLE, USER } from './granted.ts';

/** Whom a rule about permissions is of: roles and users have the same policies, in other places. */
export interface Subject {
  readonly type: AssetType;
  readonly lists: PolicyLists;
  /** `role` */
  readonly name: string;
  /** What titles begin with. */
  readonly title: string;
  readonly isNoAdministrator: Predicate;
  /** Examples: one with an inline policy of these statements, and one with an attached policy. */
  readonly thatMay: (...statements: JsonObject[]) => JsonObject;
  readonly withPolicy: (name: string, document?: JsonObject) => JsonObject;
}

export const ROLES: Subject = {
  type: role,
  lists: ROLE,
  name: 'role',
  title: 'Roles of AI workloads',
  isNoAdministrator,
  thatMay: roleThatMay,
  withPolicy: roleWith,
};

export const USERS: Subject = {
  type: user,
  lists: USER,
  name: 'user',
  title: 'Users of AI services',
  isNoAdministrator: isNoUserAdministrator,
  thatMay: userThatMay,
  withPolicy: userWith,
};

export const SOURCE = 'GetAccountAuthorizationDetails response, @aws-sdk/client-iam';
export const ADMINISTRATOR: JsonObject = { Effect: 'Allow', Action: '*', Resource: '*' };
