import type { HttpClient, PipelineRetryOptions } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { comparableId } from '#shared/model/asset-id.ts';
import { GLOBAL, type Scope } from '#shared/model/scope.ts';
import { type Cloud, ESTATE, type Plan } from '../cloud.ts';
import { operationsOf, type Reading } from '../connector.ts';
import { CoverageRecorder, ReadFailure } from '../coverage.ts';
import { type BindServices, type Discovered, discover, rediscover } from '../discover.ts';
import { type RestSend, remembering, restReader } from '../rest.ts';
import { restTransport } from '../rest-transport.ts';
import type { AzureServices } from './connector.ts';
import { ARM, armDialect } from './dialect.ts';
import { canEnter } from './entering.ts';
import { azureGrants } from './granted.ts';
import { azureConnectors } from './index.ts';
import { redacting } from './redaction.ts';
import { Pace, type ResourceGraph, resourceGraph, sparing } from './resource-graph.ts';
import { scopeOf } from './scope.ts';
import { type SubscriptionSource, subscriptionListing } from './subscriptions.ts';

export interface AzureCloudOptions {
  readonly credential: TokenCredential;
  readonly subscriptions: SubscriptionSource;
  /** Names the scope of what belongs to no subscription. */
  readonly tenantId?: string;
  readonly retry?: PipelineRetryOptions;
  readonly timeoutMilliseconds?: number;
  /** Tests send every request to a loopback server through this. */
  readonly httpClient?: HttpClient;
}

/** Azure: one scope per subscription, for Resource Manager lists a type over all regions in one call. */
export function azureCloud({ credential, subscriptions, tenantId, ...seams }: AzureCloudOptions): Cloud {
  const transport = () => onlyToArm(restTransport(armDialect, { credential, ...seams }));
  const pace = new Pace();
  const graphOf = ({ account }: Scope): ResourceGraph => resourceGraph(transport(), account, pace);

  /** Replies are remembered for one reading: the children's connectors list the parents again. */
  function services(reading: Reading, graph?: ResourceGraph): BindServices<AzureServices> {
    const heldBefore = async (nativeType: string): Promise<boolean> => {
      const known = (await reading.knownTypes?.()) ?? new Set();
      return azureConnectors.some(
        ({ assetType }) => assetType.nativeType === nativeType && known.has(assetType.id),
      );
    };
    const send = remembering(transport());
    return (connector, recorder) => {
      const declared = new Set(operationsOf(connector).map(({ id }) => id));
      const reader = restReader(send, armDialect, recorder, declared);
      return { arm: redacting(graph ? sparing(reader, { graph, recorder, heldBefore }) : reader) };
    };
  }

  async function plan(): Promise<Plan> {
    const listing = subscriptionListing(subscriptions);
    if (!listing)
      return {
        scopes: subscriptions.kind === 'listed' ? subscriptions.subscriptions.map(scopeOf) : [],
        coverage: [],
      };
    const recorder = new CoverageRecorder({
      provider: 'azure',
      account: tenantId ?? 'tenant',
      region: ESTATE,
    });
    const found = new Set<string>();
    if (await canEnter(credential, recorder)) {
      const { operation, parameters, subscriptionOf } = listing;
      const arm = restReader(transport(), armDialect, recorder, new Set([operation.id]));
      try {
        for await (const element of arm.list(operation, parameters)) {
          const id = subscriptionOf(element);
          if (id) found.add(id);
        }
      } catch (error) {
        // What was listed before is scanned; the coverage says that there may be more.
        if (!(error instanceof ReadFailure)) throw error;
      }
    }
    return { scopes: [...found].map(scopeOf), coverage: recorder.records() };
  }

  /** Nothing of a subscription is asked for without a token: one refusal, said once. */
  async function entering(reading: Reading, go: () => Promise<Discovered>): Promise<Discovered> {
    const recorder = new CoverageRecorder(reading.scope);
    return (await canEnter(credential, recorder)) ? go() : { assets: [], coverage: recorder.records() };
  }

  return {
    provider: 'azure',
    connectors: azureConnectors,
    plan,
    discover: (reading, options) =>
      entering(reading, () => {
        const placement = reading.scope.region === GLOBAL ? 'global' : 'region';
        const connectors = azureConnectors.filter(({ assetType }) => assetType.placement === placement);
        // Whether an operation is allowed shows only when it is called.
        const graph = options?.onlyFirst ? undefined : graphOf(reading.scope);
        return discover(connectors, services(reading, graph), reading, options);
      }),
    rediscover: (reading, assetType, assetId) => {
      const connector = azureConnectors.find((candidate) => candidate.assetType.id === assetType);
      if (!connector) throw new Error(`no connector of Azure reads ${assetType}`);
      return entering(reading, () => rediscover(connector, services(reading), reading, assetId));
    },
    comparable: comparableId,
    granted: (scopes, beside = []) => azureGrants(scopes, { credential, send: transport(), beside }),
  };
}

/** Addresses are made from ids that replies hold: a token for ARM is not sent where a crooked one leads. */
function onlyToArm(send: RestSend): RestSend {
  return async (operation, address) => {
    if (address.origin !== ARM) throw new Error('an id of a reply leads to another host');
    return send(operation, address);
  };
}
