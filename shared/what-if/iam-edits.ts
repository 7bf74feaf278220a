import { policyDocument } from '#shared/assets/aws/policy-document.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { GLOBAL, type Scope } from '#shared/model/scope.ts';
import type { Edit, NotUnderstood } from './change.ts';
import { unknownValue, wholeOrUnknown } from './unknown-value.ts';

/** Edits of IAM that CloudFormation, Terraform and a policy file have in common. */

export type Principal = 'role' | 'user';

const INLINE: Readonly<Record<Principal, string>> = { role: 'RolePolicyList', user: 'UserPolicyList' };

export const iamScope = (account: string): Scope => ({ provider: 'aws', account, region: GLOBAL });

export const partitionIn = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

/** A policy as an object or as JSON text; unknown where it is neither, and then said so. */
export function documentOf(value: Json | undefined, where: string, problems: NotUnderstood[]): Json {
  const whole = wholeOrUnknown(typeof value === 'string' ? parsed(value) : value);
  if (isUnread(whole)) {
    problems.push({
      where,
      problem: `the policy rests on ${whole.$unread.permission}, which the file does not tell`,
    });
    return whole as Json;
  }
  const document = policyDocument.safeParse(whole);
  if (document.success) return whole as Json;
  problems.push({
    where,
    problem: 'this is no policy document: it needs Statement with Effect, Action and Resource',
  });
  return unknownValue(where);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export interface PrincipalParts {
  readonly principal: Principal;
  readonly where: string;
  readonly account: string;
  readonly id: string;
  readonly name: string;
  readonly trust?: Json;
  /** `undefined` where the file keeps them elsewhere: then those on record stay. */
  readonly inline?: readonly { readonly PolicyName: string; readonly PolicyDocument: Json }[] | undefined;
  readonly managedArns?: readonly string[] | undefined;
  readonly boundaryArn?: string | undefined;
}

export function principalEdit({
  principal,
  where,
  account,
  id,
  name,
  trust,
  inline,
  managedArns,
  boundaryArn,
}: PrincipalParts): Edit {
  return {
    kind: 'put',
    where,
    id,
    type: `aws.iam.${principal}`,
    scope: iamScope(account),
    name,
    whole: true,
    config: {
      Arn: id,
      [principal === 'role' ? 'RoleName' : 'UserName']: name,
      ...(trust !== undefined && { AssumeRolePolicyDocument: trust }),
      ...(inline && { [INLINE[principal]]: inline.map((policy) => ({ ...policy })) }),
      ...(managedArns && { AttachedManagedPolicies: managedArns.map((arn) => attached(arn, where)) }),
      PermissionsBoundary: boundaryArn ? { PermissionsBoundaryArn: boundaryArn, whatIf: where } : undefined,
    },
  };
}

/** `whatIf` says where it came from until the overlay has found its document. */
const attached = (arn: string, where: string, document?: Json): JsonObject => ({
  PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
  PolicyArn: arn,
  ...(document !== undefined && { Document: document }),
  whatIf: where,
});

interface OnPrincipal {
  readonly principal: Principal;
  readonly where: string;
  readonly account: string;
  /** The ARN or the name. */
  readonly named: string;
}

const targetOf = ({ principal, account, named }: OnPrincipal) => ({
  type: `aws.iam.${principal}`,
  scope: iamScope(account),
  ...(named.startsWith('arn:') ? { id: named } : { name: named }),
});

/** The inline policy of that name with that document; without a document, none of that name. */
export const inlineEdit = (on: OnPrincipal, name: string, document: Json | undefined): Edit => ({
  kind: 'amend',
  where: on.where,
  target: targetOf(on),
  amend: (config) =>
    withMember(
      config,
      INLINE[on.principal],
      'PolicyName',
      name,
      document === undefined ? undefined : { PolicyName: name, PolicyDocument: document },
    ),
});

export const attachmentEdit = (on: OnPrincipal, arn: string, attach: boolean, document?: Json): Edit => ({
  kind: 'amend',
  where: on.where,
  target: targetOf(on),
  amend: (config) =>
    withMember(
      config,
      'AttachedManagedPolicies',
      'PolicyArn',
      arn,
      attach ? attached(arn, on.where, document) : undefined,
    ),
});

/** The config with one member of a list replaced, added or taken out; `undefined` where the list was not read. */
export function withMember(
  config: JsonObject,
  list: string,
  key: string,
  value: string,
  member: JsonObject | undefined,
): JsonObject | undefined {
  const before = config[list] ?? [];
  if (!Array.isArray(before)) return undefined;
  const others = before.filter((each) => !isObject(each) || each[key] !== value);
  return { ...config, [list]: member ? [...others, member] : others };
}
