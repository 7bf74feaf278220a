import type { TokenCredential } from '@azure/identity';
import {
  AggregateAuthenticationError,
  AuthenticationError,
  AuthenticationRequiredError,
  CredentialUnavailableError,
} from '@azure/identity';
import type { CoverageRecorder } from '../coverage.ts';
import type { Operation } from '../operation.ts';
import { AssertionRefused } from './credential.ts';
import { armDialect } from './dialect.ts';

/** Getting a token for Azure Resource Manager. */
export const getToken: Operation = {
  id: 'Microsoft.Entra/token',
  permission: 'a federated credential for the role, or a login of your own',
};

/** The AWS half of getting one. */
export const getAssertion: Operation = {
  id: 'sts:GetWebIdentityToken',
  permission: 'sts:GetWebIdentityToken',
};

/** Whether there is a token to be had; where there is none, the recorder says which half refused and why. */
export async function canEnter(credential: TokenCredential, recorder: CoverageRecorder): Promise<boolean> {
  try {
    // As the transport will ask, so that both share one token of the library's cache.
    const token = await credential.getToken(armDialect.tokenScope, { enableCae: true });
    if (token) return true;
    recorder.note(getToken, 'denied', 'the credential gave no token');
  } catch (error) {
    if (error instanceof AssertionRefused) recorder.note(getAssertion, 'denied', error.reason);
    else recorder.note(getToken, outcomeOf(error), reasonOf(error));
  }
  return false;
}

function outcomeOf(error: unknown): 'denied' | 'throttled' | 'failed' {
  // A chain of logins, each of which had nothing to offer.
  if (error instanceof AggregateAuthenticationError)
    return error.errors.every((each) => outcomeOf(each) === 'denied') ? 'denied' : 'failed';
  if (error instanceof AuthenticationError) {
    if (error.statusCode === 429) return 'throttled';
    return error.statusCode >= 500 ? 'failed' : 'denied';
  }
  return error instanceof CredentialUnavailableError ||
    error instanceof AuthenticationRequiredError ||
    ENTRA_CODE.test(textOf(error))
    ? 'denied'
    : 'failed';
}

const ENTRA_CODE = /AADSTS\d+/;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** The kind of error and Entra's code; never its text, which may quote what was sent. */
function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : 'no token';
  const code = ENTRA_CODE.exec(textOf(error))?.[0];
  return code ? `${name}: ${code}` : name;
}
