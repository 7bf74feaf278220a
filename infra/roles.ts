import { Aws } from 'aws-cdk-lib';

/** The functions that enter member accounts, and which of the member's roles each of them may take on. */
export const MEMBER_ROLES = {
  reader: ['plan-scan', 'scan-scope', 'rescan-resource', 'remediate-finding', 'decide-remediation'],
  importer: ['publish-findings'],
  remediator: ['remediate-finding', 'decide-remediation'],
} as const;

/** Named, so that member accounts can trust this one role and not the whole account. */
export const functionRoleName = (fleet: string, functionName: string): string => `${fleet}-${functionName}`;

export const functionRoleArn = (account: string, fleet: string, functionName: string): string =>
  `arn:${Aws.PARTITION}:iam::${account}:role/${functionRoleName(fleet, functionName)}`;
