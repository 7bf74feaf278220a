import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Says why a policy below the construct has this one wildcard in a resource. Actions are always named one by
 * one. Pseudo parameters are written as cdk-nag does: `<AWS::Partition>`.
 */
export function acknowledgeWildcardResource(below: IConstruct, resource: string, reason: string): void {
  Validations.of(below).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}
