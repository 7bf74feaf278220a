import type { HttpClient, PipelineRetryOptions } from '@azure/core-rest-pipeline';
import { type Outcome, wasRead } from '#shared/model/coverage.ts';
import type { Scope } from '#shared/model/scope.ts';
import { type Cloud, ESTATE, type Plan } from '../cloud.ts';
import { type Connector, operationsOf, type Reading } from '../connector.ts';
import { CoverageRecorder } from '../coverage.ts';
import {
  type BindServices,
  type Discovered,
  type DiscoverOptions,
  discover,
  rediscover,
} from '../discover.ts';
import type { Granted } from '../granted.ts';
import { remembering, restReader } from '../rest.ts';
import { restTransport } from '../rest-transport.ts';
import { type AssetInventory, assetInventory, inventoryOperations, noInventory } from './asset-inventory.ts';
import type { GcpServices } from './connector.ts';
import type { GoogleCredential } from './credentials.ts';
import { googleDialect } from './dialect.ts';
import { everywhere } from './everywhere.ts';
import { googleGrants } from './granted.ts';
import { comparableId } from './identity.ts';
import { gcpConnectors } from './index.ts';
import { isInInventory } from './location-list.ts';
import { enabledServicesOf, offered } from './offered.ts';
import { projectOperations, projectsUnder, visibleProjects } from './projects.ts';
import { isRecentOrUnended } from './recency.ts';
import { isOfPolicy, resourcePolicy } from './resource-policy.ts';
import { sharingPredefinedRoles } from './same-everywhere.ts';
import { scopeOf } from './scope.ts';
import { listServices } from './service-usage/api.ts';

export interface GcpOptions {
  /** Projects by id. Without them: those under `organization` or `folder`, or else all that are visible. */
  readonly projects?: readonly string[] | undefined;
  readonly organization?: string | undefined;
  readonly folder?: string | undefined;
  /** Asked where Cloud Asset Inventory may not be read, and for what it does not know. */
  readonly regions: readonly string[];
  readonly credential: GoogleCredential;
  readonly retry?: PipelineRetryOptions;
  readonly timeoutMilliseconds?: number;
  /** Tests send every request to a loopback server through this. */
  readonly httpClient?: HttpClient;
}

/**
 * Google Cloud: one scope a project, for Cloud Asset Inventory tells of all its locations at once; and one for the
 * organisation or folder that is scanned.
 */
export function gcpCloud(options: GcpOptions): Cloud {
  const { credential, regions } = options;
  const transport = restTransport(googleDialect, options);
  const sharing = sharingPredefinedRoles((operation, address) => transport(operation, address));

  /** Without a token nothing can be read: one record says so, in place of one per operation. */
  async function enter(recorder: CoverageRecorder): Promise<boolean> {
    try {
      await credential.getToken(googleDialect.tokenScope);
      return true;
    } catch (error) {
      const { outcome, detail } = describe(error);
      recorder.note(credential.refusedBy?.(error) ?? credential.operation, outcome, detail);
      return false;
    }
  }

  /** A scan of a scope asks for each page once, whichever connectors want it. */
  function binder(
    reading: Reading,
    sparing: boolean,
    inventory: AssetInventory = inventoryOf(reading),
  ): BindServices<GcpServices> {
    const send = remembering(sharing);
    const enabled = enabledServicesOf(reading.scope.account, (recorder) =>
      restReader(send, googleDialect, recorder, new Set([listServices.id])),
    );
    return (connector, recorder) => {
      const declared = new Set(operationsOf(connector).map(({ id }) => id));
      const reader = restReader(send, googleDialect, recorder, declared);
      const google = sparing && !isRoot(reading.scope) ? offered(reader, enabled, recorder) : reader;
      return {
        google,
        everywhere: everywhere({ google, inventory, recorder, reading, regions }),
        policyOf: resourcePolicy({ google, inventory, recorder }),
      };
    };
  }

  function inventoryOf(reading: Reading): AssetInventory {
    const operations = new Set(Object.values(inventoryOperations).map(({ id }) => id));
    return assetInventory({
      ...inventoryTypes,
      scope: reading.scope,
      // Its pages are many and long, and nobody asks for one twice.
      readerFor: (recorder) => restReader(transport, googleDialect, recorder, operations),
      keep: (type, resource) => !historyTypes.has(type) || isRecentOrUnended(resource, reading),
    });
  }

  async function plan(): Promise<Plan> {
    if (options.projects) return { scopes: options.projects.map(scopeOf), coverage: [] };
    const root = options.organization
      ? `organizations/${options.organization}`
      : options.folder
        ? `folders/${options.folder}`
        : undefined;
    const recorder = new CoverageRecorder({
      provider: 'gcp',
      account: root ? accountOf(root) : 'visible-projects',
      region: ESTATE,
    });
    if (!(await enter(recorder))) return { scopes: [], coverage: recorder.records() };
    const { search, list, folders } = projectOperations;
    const google = restReader(
      transport,
      googleDialect,
      recorder,
      new Set([search, list, folders].map(({ id }) => id)),
    );
    const projects = root ? await projectsUnder(google, root) : await visibleProjects(google);
    // To an identity without any grant, a search answers with an empty list.
    const sawNothing = projects.length === 0 && recorder.records().every(({ outcome }) => wasRead(outcome));
    if (!root && sawNothing) recorder.note(search, 'denied', 'no project is visible to this identity');
    const roots = root ? [accountOf(root)] : [];
    return { scopes: [...new Set([...projects, ...roots])].map(scopeOf), coverage: recorder.records() };
  }

  async function discoverScope(reading: Reading, discoverOptions?: DiscoverOptions): Promise<Discovered> {
    const recorder = new CoverageRecorder(reading.scope);
    if (!(await enter(recorder))) return { assets: [], coverage: recorder.records() };
    const level = isRoot(reading.scope) ? 'organization' : 'project';
    const fitting = gcpConnectors.filter((connector) => connector.level === level);
    // Whether an operation is allowed shows only when it is called.
    return discover(fitting, binder(reading, !discoverOptions?.onlyFirst), reading, discoverOptions);
  }

  async function rediscoverAsset(reading: Reading, assetType: string, assetId: string): Promise<Discovered> {
    const connector = gcpConnectors.find((candidate) => candidate.assetType.id === assetType);
    if (!connector) throw new Error(`no connector reads ${assetType}`);
    const recorder = new CoverageRecorder(reading.scope);
    if (!(await enter(recorder))) return { assets: [], coverage: recorder.records() };
    return rediscover(connector, binder(reading, false, noInventory), reading, assetId);
  }

  async function granted(
    scopes: readonly Scope[],
    beside: readonly string[] = [],
  ): Promise<readonly Granted[]> {
    const [home] = scopes;
    if (!home) return [];
    const recorder = new CoverageRecorder(home);
    if (await enter(recorder)) return googleGrants(scopes, transport, beside);
    return scopes.map((scope) => ({ scope, missing: [], excess: [], unread: recorder.records() }));
  }

  return {
    provider: 'gcp',
    connectors: gcpConnectors as readonly Connector[],
    plan,
    discover: discoverScope,
    rediscover: rediscoverAsset,
    comparable: comparableId,
    granted,
  };
}

/** `organizations/1` and `folders/1` as the account of a scope, whose key has slashes of its own. */
const accountOf = (root: string): string => root.replace('/', ':');

const isRoot = ({ account }: Scope): boolean => account.includes(':');

const lists = gcpConnectors.flatMap(({ operations }) => operations.list).filter(isInInventory);

/** What Cloud Asset Inventory is asked for: the types that connectors would list, and those whose policies they read. */
const inventoryTypes = {
  resourceTypes: distinct(lists.flatMap(({ inventoryType }) => inventoryType ?? [])),
  policyTypes: distinct(
    gcpConnectors
      .flatMap(({ operations }) => Object.values(operations.parts ?? {}))
      .filter(isOfPolicy)
      .map(({ policyOfType }) => policyOfType),
  ),
};

const historyTypes = new Set(
  lists.flatMap(({ isHistory, inventoryType }) => (isHistory && inventoryType ? [inventoryType] : [])),
);

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** How getting a token failed. Only codes are quoted: a message may hold what was sent. */
function describe(error: unknown): { outcome: Exclude<Outcome, 'complete'>; detail: string } {
  const status = numberAt(error, 'status') ?? numberAt(propertyOf(error, 'response'), 'status');
  const code = propertyOf(error, 'code');
  const detail = [
    error instanceof Error ? error.name : 'Error',
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(typeof code === 'string' && /^[A-Z][A-Z_]*$/.test(code) ? [code] : []),
  ].join(' ');
  if (status === 429) return { outcome: 'throttled', detail };
  const unreached = typeof code === 'string' && /^E[A-Z_]+$|^UND_ERR/.test(code);
  return { outcome: unreached || (status !== undefined && status >= 500) ? 'failed' : 'denied', detail };
}

const propertyOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

function numberAt(value: unknown, key: string): number | undefined {
  const found = propertyOf(value, key);
  return typeof found === 'number' ? found : undefined;
}
