import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

/** Who signs tokens, with a key set on loopback. */
export interface Issuer {
  readonly keysUrl: URL;
  /** Signs with the published key, or with one that nobody published under the same name. */
  sign(claims: Record<string, unknown>, by?: 'published' | 'unpublished', kid?: string): Promise<string>;
  /** The published key as text, for those who take it for a shared secret. */
  readonly publicKey: string;
  /** How often the key set was asked for. */
  asked(): number;
  /** What the address of the key set answers from now on. */
  answer(status: number): void;
  close(): Promise<void>;
}

export const KEY_ID = 'key-1';

export async function startIssuer(): Promise<Issuer> {
  const published = await generateKeyPair('RS256', { extractable: true });
  const unpublished = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(published.publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  let status = 200;
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    const body = status === 200 ? JSON.stringify({ keys: [jwk] }) : 'no';
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    keysUrl: new URL(`http://127.0.0.1:${port}/keys`),
    sign: (claims, by = 'published', kid = KEY_ID) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .sign((by === 'published' ? published : unpublished).privateKey),
    publicKey: await exportSPKI(published.publicKey),
    asked: () => asked,
    answer: (answered) => {
      status = answered;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
