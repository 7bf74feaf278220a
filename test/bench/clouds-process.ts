import { subscribe } from 'node:diagnostics_channel';
import type { Provider } from '#shared/model/scope.ts';
import { startEstate } from '#test/estate/estate.ts';
import { scaled } from '#test/estate/scale.ts';
import { answering, cpuSecondsSpent } from './child.ts';
import type { Calls } from './least-calls.ts';
import { cloudsPage } from './page-sizes.ts';

/** Where the scanning process finds the three loopback clouds. */
export interface CloudPorts {
  readonly aws: { readonly endpoint: string; readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly azurePort: number;
  readonly gcpPort: number;
}

export interface Served {
  readonly calls: Readonly<Record<Provider, Calls>>;
  /** TCP connections over which they came. */
  readonly connections: number;
  readonly cpuSeconds: number;
}

export type CloudsQuestion = { readonly start: number } | 'served';

const connections = new WeakSet<object>();
let opened = 0;
subscribe('http.server.request.start', (message) => {
  const { socket } = message as { socket: object };
  if (connections.has(socket)) return;
  connections.add(socket);
  opened += 1;
});

let estate: Awaited<ReturnType<typeof startEstate>> | undefined;

async function start(assets: number): Promise<CloudPorts> {
  estate = await startEstate(scaled(assets), { pageSize: cloudsPage });
  const { aws, azure, gcp } = estate;
  if (!aws || !azure || !gcp) throw new Error('the estate has three clouds');
  const { accessKeyId, secretAccessKey } = aws.credentials;
  cpuSecondsSpent();
  return {
    aws: { endpoint: aws.endpoint, accessKeyId, secretAccessKey },
    azurePort: azure.port,
    gcpPort: gcp.port,
  };
}

/** What was asked since this was last asked. */
function served(): Served {
  const counted = (requests: { readonly operation: string }[] = []): Calls =>
    Object.fromEntries(
      [...Map.groupBy(requests.splice(0), ({ operation }) => operation)].map(([id, list]) => [
        id,
        list.length,
      ]),
    );
  const connectionsOpened = opened;
  opened = 0;
  return {
    calls: {
      aws: counted(estate?.aws?.requests),
      azure: counted(estate?.azure?.requests),
      gcp: counted(estate?.gcp?.requests),
    },
    connections: connectionsOpened,
    cpuSeconds: cpuSecondsSpent(),
  };
}

answering<CloudsQuestion, CloudPorts | Served>(
  async (question) => (question === 'served' ? served() : start(question.start)),
  async () => estate?.close(),
);
