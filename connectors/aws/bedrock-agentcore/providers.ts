import type { Scope } from '#shared/model/scope.ts';
import { parseArn } from '../arn.ts';
import { agentCoreArn } from './arns.ts';

/** The vault that a credential provider’s ARN begins with: `…:token-vault/default/apikeycredentialprovider/name`. */
export function vaultOf(scope: Scope, providerArn: unknown): string | undefined {
  const resource = typeof providerArn === 'string' ? parseArn(providerArn)?.resource : undefined;
  return agentCoreArn(scope, 'token-vault', /^token-vault\/([^/]+)\//.exec(resource ?? '')?.[1]);
}
