import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  readonly url: string;
  /** What was asked since this was last asked, by service and operation. */
  taken(): Map<string, number>;
  close(): Promise<void>;
}

/** Stands before the emulator, counts what comes by, the same for whoever asks, and refuses some operations. */
export async function countingProxy(target: URL, refused: readonly string[] = []): Promise<CountingProxy> {
  let counts = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const body = Buffer.concat(pieces);
      const [, service = 'unsigned'] =
        /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(incoming.headers.authorization ?? '') ?? [];
      const named =
        String(incoming.headers['x-amz-target'] ?? '')
          .split('.')
          .at(-1) ||
        new URLSearchParams(body.toString()).get('Action') ||
        `${incoming.method} ${incoming.url?.split('?', 1)[0]}`;
      const key = `${service}:${named}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (refused.includes(key)) {
        outgoing.writeHead(400, { 'x-amzn-errortype': 'AccessDeniedException' }).end('{}');
        return;
      }
      const onward = request(
        {
          host: target.hostname,
          port: target.port,
          method: incoming.method,
          path: incoming.url,
          headers: incoming.headers,
        },
        (reply) => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
        },
      );
      onward.on('error', () => outgoing.writeHead(502).end());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
