import { subscribe } from 'node:diagnostics_channel';
import type { Provider } from '#shared/model/scope.ts';
import { startEstate } from '#test/estate/estate.ts';
import { scaled } from '#test/estate/scale.ts';
import { answering, cpuSecondsSpent } from './child.ts';
import { descriptionOf, largeAccount } from './large-accounts.ts';
import type { Calls } from './least-calls.ts';
import { cloudsPage } from './page-sizes.ts';

/** Where the scanning process finds the three loopback clouds. */
export interface CloudPorts {
  readonly aws: { readonly endpoint: string; readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Absent where only AWS was asked for. */
  readonly azurePort?: number;
  readonly gcpPort?: number;
}

export interface Served {
  readonly calls: Readonly<Record<Provider, Calls>>;
  /** TCP connections over which they came. */
  readonly connections: number;
  readonly cpuSeconds: number;
}

/** Three clouds of so many assets, or one account of `large-accounts.ts`. */
export type Size = { readonly assets: number } | { readonly account: string };

export type CloudsQuestion = { readonly start: Size } | 'served';

const connections = new WeakSet<object>();
let opened = 0;
subscribe('http.server.request.start', (message) => {
  const { socket } = message as { socket: object };
  if (connections.has(socket)) return;
  connections.add(socket);
  opened += 1;
});

let estate: Awaited<ReturnType<typeof startEstate>> | undefined;

async function start(size: Size): Promise<CloudPorts> {
  const description = 'assets' in size ? scaled(size.assets) : descriptionOf(largeAccount(size.account));
  estate = await startEstate(description, { pageSize: cloudsPage });
  const { aws, azure, gcp } = estate;
  if (!aws) throw new Error('every estate has AWS');
  const { accessKeyId, secretAccessKey } = aws.credentials;
  cpuSecondsSpent();
  return {
    aws: { endpoint: aws.endpoint, accessKeyId, secretAccessKey },
    ...(azure ? { azurePort: azure.port } : {}),
    ...(gcp ? { gcpPort: gcp.port } : {}),
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
