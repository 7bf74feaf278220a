import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { awsConnectors } from '#connectors/aws/index.ts';
import { operationsOf } from '#connectors/connector.ts';
import type { FleetConfig } from '#shared/config/schema.ts';

/**
 * What reading an account takes: exactly the actions of the operations that the connectors declare, one by
 * one. They read configurations of everything in the account, so they are for all resources.
 */
export function mayReadTheAccount(): PolicyStatement[] {
  const actions = new Set(
    awsConnectors.flatMap((connector) => operationsOf(connector)).map((o) => o.permission),
  );
  const byService = Map.groupBy([...actions].sort(), (action) => action.split(':')[0] ?? action);
  return [...byService].map(
    ([service, ofService]) =>
      new PolicyStatement({
        sid: `Read${service.replaceAll(/[^A-Za-z0-9]/g, '')}`,
        effect: Effect.ALLOW,
        actions: ofService,
        resources: ['*'],
      }),
  );
}

/** Entering the accounts of the config through a role that each of them has. */
export function mayAssume(roleName: string, { aws }: FleetConfig): PolicyStatement {
  const accounts = aws.accounts ?? (aws.organization ? ['*'] : [Aws.ACCOUNT_ID]);
  return new PolicyStatement({
    sid: 'EnterAccounts',
    actions: ['sts:AssumeRole'],
    resources: accounts.map((account) => `arn:${Aws.PARTITION}:iam::${account}:role/${roleName}`),
  });
}

/** Listing the accounts of the organisation, where the config asks for it. */
export function mayListAccounts({ aws }: FleetConfig): PolicyStatement[] {
  return aws.organization
    ? [new PolicyStatement({ actions: ['organizations:ListAccounts'], resources: ['*'] })]
    : [];
}

/** The token that Azure takes for a credential: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html */
export function mayProveIdentityTo({ azure }: FleetConfig): PolicyStatement[] {
  return azure ? [new PolicyStatement({ actions: ['sts:GetWebIdentityToken'], resources: ['*'] })] : [];
}
