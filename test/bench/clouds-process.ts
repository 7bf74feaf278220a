import { subscribe } from 'node:diagnostics_channel';
import type { Provider } from '#shared/model/scope.ts';
import type { EstateDescription } from '#test/estate/description.ts';
import { startEstate } from '#test/estate/estate.ts';
import { scaled } from '#test/estate/scale.ts';
import { answering, cpuSecondsSpent } from './child.ts';
import { descriptionOf, largeAccount } from './large-accounts.ts';
import { largeEstate } from './large-estates.ts';
import type { Calls } from './least-calls.ts';
import { cloudsPage } from './page-sizes.ts';

/** Where the scanning process finds the three loopback clouds. */
export interface CloudPorts {
  /** Each is absent where the estate does not have that cloud. */
  readonly aws?: {
    readonly endpoint: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  readonly azurePort?: number;
  readonly gcpPort?: number;
}

export interface Served {
  readonly calls: Readonly<Record<Provider, Calls>>;
  /** TCP connections over which they came. */
  readonly connections: number;
  readonly cpuSeconds: number;
}

/** Three clouds of so many assets, one account of `large-accounts.ts`, or one estate of `large-estates.ts`. */
export type Size = { readonly assets: number } | { readonly account: string } | { readonly estate: string };

export function describe(size: Size): EstateDescription {
  if ('assets' in size) return scaled(size.assets);
  return 'account' in size
    ? descriptionOf(largeAccount(size.account))
    : largeEstate(size.estate).description();
}

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
  estate = await startEstate(describe(size), { pageSize: cloudsPage, inventory: 'estate' in size });
  const { aws, azure, gcp } = estate;
  cpuSecondsSpent();
  return {
    ...(aws ? { aws: { endpoint: aws.endpoint, ...keysOf(aws.credentials) } } : {}),
    ...(azure ? { azurePort: azure.port } : {}),
    ...(gcp ? { gcpPort: gcp.port } : {}),
  };
}

const keysOf = ({ accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string }) => ({
  accessKeyId,
  secretAccessKey,
});

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
