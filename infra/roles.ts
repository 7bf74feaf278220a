import { Aws } from 'aws-cdk-lib';
import { functionRoleName } from '#shared/config/roles.ts';

export const functionRoleArn = (account: string, fleet: string, functionName: string): string =>
  `arn:${Aws.PARTITION}:iam::${account}:role/${functionRoleName(fleet, functionName)}`;
