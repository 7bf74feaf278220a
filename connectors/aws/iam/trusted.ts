import type { RoleDetail } from '@aws-sdk/client-iam';
import { isObject } from '#shared/model/json.ts';
import { decodedJson } from './policies.ts';

/**
 * The principals that trust policies of roles name: in the same account they need no permission of their own to
 * assume the role. Source: IAM User Guide, “How AWS enforcement code logic evaluates requests”.
 */
export function trustedPrincipals(roles: readonly RoleDetail[]): ReadonlySet<string> {
  const trusted = new Set<string>();
  for (const { AssumeRolePolicyDocument } of roles) {
    const document = decodedJson(AssumeRolePolicyDocument);
    for (const statement of isObject(document) ? [document['Statement']].flat() : []) {
      const principal = isObject(statement) ? statement['Principal'] : undefined;
      for (const id of isObject(principal) ? [principal['AWS']].flat() : [])
        if (typeof id === 'string') trusted.add(id);
    }
  }
  return trusted;
}
