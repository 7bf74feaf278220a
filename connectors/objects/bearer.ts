import type { TokenCredential } from '@azure/identity';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';

/** A token is not used any more this long before it ends. */
const MARGIN_MILLISECONDS = 2 * 60_000;

/**
 * The header with the token of a credential. It is remembered, for a credential that asks a program beside it for
 * tokens would start that program for every range.
 */
export function bearer(credential: TokenCredential, scope: string): () => Promise<string> {
  let current: { readonly header: string; readonly endsAt: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    try {
      const token = await credential.getToken(scope);
      if (!token) throw new SourceUnreadable('no token was given');
      const header = `Bearer ${token.token}`;
      current = { header, endsAt: token.expiresOnTimestamp };
      return header;
    } catch (error) {
      if (error instanceof SourceUnreadable) throw error;
      throw new SourceUnreadable(`no token was given (${error instanceof Error ? error.name : 'no reason'})`);
    } finally {
      asking = undefined;
    }
  }

  return async () => {
    if (current && current.endsAt - MARGIN_MILLISECONDS > Date.now()) return current.header;
    asking ??= ask();
    return asking;
  };
}
