/** What the fleet's stack is called: its roles are named after it. */
export const FLEET_STACK = 'aispm';

/**
 * The functions that enter what is not the fleet's own, and what they may do there: which roles of a member account
 * they may take on, and, for `reader`, which of them Azure and Google Cloud are to trust.
 */
export const MEMBER_ROLES = {
  reader: ['plan-scan', 'scan-scope', 'rescan-resource', 'remediate-finding', 'decide-remediation'],
  importer: ['publish-findings'],
  remediator: ['remediate-finding', 'decide-remediation'],
  inspector: ['inspect-model-file'],
} as const;

/** Named, so that others can trust this one role and not the whole account. */
export const functionRoleName = (fleet: string, functionName: string): string => `${fleet}-${functionName}`;
