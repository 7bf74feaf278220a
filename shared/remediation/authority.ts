import { type Scope, scopeKey } from '#shared/model/scope.ts';
import type { RemediationPolicy, RemediationRules } from './fleet.ts';

/**
 * The policy by which the fleet may act on a finding without being asked. Where several match, one that only
 * plans outweighs those that act.
 */
export function policyFor(
  { mode, policies }: RemediationRules,
  { checkId, scope }: { readonly checkId: string; readonly scope: Scope },
): RemediationPolicy | undefined {
  if (mode !== 'policy') return undefined;
  const matching = policies.filter(
    ({ check, scopes }) => check === checkId && scopes.some((pattern) => isWithin(scope, pattern)),
  );
  return matching.some(({ action }) => action === 'plan') ? undefined : matching[0];
}

/** `*` stands for one whole part, an account or a region. */
export function isWithin(scope: Scope, pattern: string): boolean {
  const parts = pattern.split('/');
  const own = scopeKey(scope).split('/');
  return parts.length === own.length && parts.every((part, index) => part === '*' || part === own[index]);
}
