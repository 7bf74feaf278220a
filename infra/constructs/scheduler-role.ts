import { Aws } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { DeadLetters } from './queues.ts';

/** A role for one schedule: its one target, and the dead letters of what could not be started. */
export function schedulerRole(
  scope: Construct,
  id: string,
  { may, deadLetters }: { may: PolicyStatement; deadLetters: DeadLetters },
): IRole {
  const role = new Role(scope, id, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  role.addToPolicy(may);
  role.addToPolicy(
    new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queue.queueArn] }),
  );
  return role.withoutPolicyUpdates();
}
