import * as z from 'zod';
import { AccountId, listOf, text } from '#shared/config/fields.ts';
import { FLEET_STACK, functionRoleName, MEMBER_ROLES } from '#shared/config/roles.ts';

/** A role of AWS that may take on the identity that reads another cloud. */
export interface TrustedRole {
  readonly arn: string;
  readonly account: string;
  /** Without its path, as it is part of the ARN of a session. */
  readonly name: string;
  readonly partition: string;
}

const ROLE_ARN =
  /^arn:(?<partition>aws[a-z-]*):iam::(?<account>\d{12}):role\/(?:[\w+=,.@-]+\/)*(?<name>[\w+=,.@-]{1,64})$/;

/** The options that say which roles of AWS are trusted. */
export const trustedRoleOptions = {
  awsAccount: AccountId.optional(),
  fleet: text(
    /^[A-Za-z][A-Za-z0-9-]{0,39}$/,
    'the name of a stack',
    'write that of the fleet: letters, digits and hyphens',
  ).default(FLEET_STACK),
  roleArn: listOf(
    text(ROLE_ARN, 'the ARN of an IAM role', 'write arn:aws:iam::<account>:role/<name>'),
    'role ARNs',
  ).optional(),
};

const Options = z.object(trustedRoleOptions);

/** What makes no sense together, by option. */
export function rolesProblem({
  awsAccount,
  roleArn,
}: z.infer<typeof Options>): { readonly path: string; readonly message: string } | undefined {
  if (!roleArn)
    return awsAccount
      ? undefined
      : {
          path: 'awsAccount',
          message:
            'is missing; write the account that the fleet runs in ("aws sts get-caller-identity" prints it), or name its roles with --role-arn',
        };
  const accounts = new Set([
    ...(awsAccount ? [awsAccount] : []),
    ...roleArn.map((arn) => roleOf(arn).account),
  ]);
  return accounts.size > 1
    ? {
        path: 'roleArn',
        message: `names roles of several accounts (${[...accounts].join(', ')}); each account signs for itself, so run this once for each`,
      }
    : undefined;
}

/** Those of the fleet that read, and those that are named. Throws where {@link rolesProblem} has one. */
export function trustedRoles({ awsAccount, fleet, roleArn = [] }: z.infer<typeof Options>): TrustedRole[] {
  const ofFleet = awsAccount
    ? MEMBER_ROLES.reader.map((name) => `arn:aws:iam::${awsAccount}:role/${functionRoleName(fleet, name)}`)
    : [];
  return [...new Set([...ofFleet, ...roleArn])].map(roleOf);
}

function roleOf(arn: string): TrustedRole {
  const { partition, account, name } = ROLE_ARN.exec(arn)?.groups ?? {};
  if (!partition || !account || !name) throw new Error(`${arn} is no ARN of a role`);
  return { arn, account, name, partition };
}
