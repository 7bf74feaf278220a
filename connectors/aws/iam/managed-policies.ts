import type { ManagedPolicyDetail } from '@aws-sdk/client-iam';
import { managedPolicy } from '#shared/assets/aws/iam.ts';
import type { Reading } from '../../connector.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { type Authorization, authorizationOf, documentInForce } from './authorization.ts';

/**
 * The managed policies that somebody has or is bounded by, in an account that has AI: each document once, where
 * thousands of principals share it. The operation that gives the principals gives these with them.
 */
export default awsConnector<ManagedPolicyDetail>(managedPolicy, {
  followsReferences: true,
  operations: { list: awsOperations('iam:GetAccountAuthorizationDetails') },
  withoutEvents: {
    create: 'A policy that was just created is attached to nobody.',
    update: 'Every pipeline changes policies, and each event would cost the whole of the account’s details.',
    delete: 'A policy that is deleted was detached from everybody before.',
  },
  list: policiesInUse,
  identify: ({ Arn = '', PolicyName = '' }) => ({ id: Arn, name: PolicyName }),
  isContext: () => true,
  read: async (_services, found) => ({
    Arn: found.Arn,
    PolicyName: found.PolicyName,
    DefaultVersionId: found.DefaultVersionId,
    Document: documentInForce(found),
  }),
  async find(services, id, reading) {
    for await (const found of policiesInUse(services, reading)) if (found.Arn === id) return found;
    return undefined;
  },
});

async function* policiesInUse(
  services: AwsServices,
  { references }: Reading,
): AsyncGenerator<ManagedPolicyDetail> {
  const authorization = await authorizationOf(services);
  if ((await references(() => true)).size === 0) return;
  const used = arnsInUse(authorization);
  for (const policy of authorization.policies.values()) if (used.has(policy.Arn)) yield policy;
}

const arnsInUse = ({ roles, users, groups }: Authorization): ReadonlySet<string | undefined> =>
  new Set(
    [...roles, ...users, ...groups.values()].flatMap((holder) => [
      ...(holder.AttachedManagedPolicies ?? []).map(({ PolicyArn }) => PolicyArn),
      'PermissionsBoundary' in holder ? holder.PermissionsBoundary?.PermissionsBoundaryArn : undefined,
    ]),
  );
