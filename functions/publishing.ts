import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { connectors } from '#connectors/index.ts';
import { checks } from '#shared/checks/index.ts';
import { combinations, techniques } from '#shared/paths/index.ts';
import { rulesById } from '#shared/pipeline/known-rules.ts';
import type { ChangeSink } from '#shared/sinks/delivery.ts';
import { type EventBusOptions, eventBridge } from '#shared/sinks/event-bridge.ts';
import { securityHub } from '#shared/sinks/security-hub.ts';
import { busOf } from './bus.ts';
import { type Environment, environmentOf } from './environment.ts';

/** Where the deployed fleet publishes to. */
export interface Publishing {
  readonly sinks: readonly ChangeSink[];
  /** For events that are not about findings. */
  readonly bus: EventBusOptions;
}

export function publishing(environment: Environment = environmentOf()): Publishing {
  const { config, account, region } = environment;
  const checksById = rulesById({ checks, techniques, combinations });
  const assetTypes = new Map(
    Object.values(connectors).flatMap((ofCloud) =>
      ofCloud.map(({ assetType }) => [assetType.id, assetType] as const),
    ),
  );
  const bus = busOf(environment);
  return {
    bus,
    sinks: [
      eventBridge({ ...bus, checks: checksById }),
      ...(config.securityHub.enabled
        ? [
            securityHub({
              fleet: { accountId: account, region },
              checks: checksById,
              assetTypes,
              clientFor: hubClients(environment),
            }),
          ]
        : []),
    ],
  };
}

/** One client per account and region: in other accounts through the importer role, as the API demands. */
function hubClients({ config, account, region, partition }: Environment) {
  const { importerRoleName, externalId } = config.aws;
  const clients = new Map<string, SecurityHubClient>();
  return (accountId: string, hubRegion: string): SecurityHubClient => {
    const key = `${accountId}/${hubRegion}`;
    const client =
      clients.get(key) ??
      new SecurityHubClient({
        region: hubRegion,
        retryMode: 'adaptive',
        ...(accountId !== account && {
          credentials: fromTemporaryCredentials({
            clientConfig: { region },
            params: {
              RoleArn: `arn:${partition}:iam::${accountId}:role/${importerRoleName}`,
              RoleSessionName: 'aispm-publish',
              ...(externalId && { ExternalId: externalId }),
            },
          }),
        }),
      });
    clients.set(key, client);
    return client;
  };
}
