import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { awsConnectors } from '#connectors/aws/index.ts';
import { permissionsOf } from '#connectors/permissions.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { actions } from '#shared/remediation/index.ts';
import { planningReads, remediationPolicy } from '#shared/remediation/permissions.ts';

/**
 * What reading an account takes, sorted: exactly the actions of the operations that connectors, and the plans of
 * remediations, declare, one by one.
 */
export function readActions(): string[] {
  return permissionsOf([...awsConnectors, ...planningReads(actions, 'aws')]).map(
    ({ permission }) => permission,
  );
}

/** What carrying out the declared remediations, and taking them back, takes. */
export const mayRemediate = (): PolicyStatement[] =>
  remediationPolicy(actions, { partition: Aws.PARTITION }).aws.map((statement) =>
    PolicyStatement.fromJson(statement),
  );

/** Entering the accounts of the config through a role that each of them has. */
export function mayAssume(roleName: string, { aws }: FleetConfig): PolicyStatement {
  const accounts = aws.accounts ?? (aws.organization ? ['*'] : [Aws.ACCOUNT_ID]);
  return new PolicyStatement({
    sid: `Enter${alphanumeric(roleName)}`,
    actions: ['sts:AssumeRole'],
    resources: accounts.map((account) => `arn:${Aws.PARTITION}:iam::${account}:role/${roleName}`),
  });
}

/** Listing the accounts of the organization, where the config asks for it. */
export function mayListAccounts({ aws }: FleetConfig): PolicyStatement[] {
  return aws.organization
    ? [new PolicyStatement({ actions: ['organizations:ListAccounts'], resources: ['*'] })]
    : [];
}

/** The token that Azure takes for a credential: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html */
export function mayProveIdentityTo({ azure }: FleetConfig): PolicyStatement[] {
  return azure ? [new PolicyStatement({ actions: ['sts:GetWebIdentityToken'], resources: ['*'] })] : [];
}

const alphanumeric = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '');

/** Importing findings under the default product of this very account, which is all that the API allows. */
export function mayImportFindings(...regions: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    actions: ['securityhub:BatchImportFindings'],
    resources: regions.map(
      (region) =>
        `arn:${Aws.PARTITION}:securityhub:${region}:${Aws.ACCOUNT_ID}:product/${Aws.ACCOUNT_ID}/default`,
    ),
  });
}
