import type { ChangeEvent, Connector, Reading } from '../connector.ts';
import { operationsOf } from '../connector.ts';
import { apiOf } from './apis.ts';

/** A kind of CloudTrail management event, and the asset types that are read again after it. */
export interface ChangeEventKind {
  /** `sagemaker.amazonaws.com` */
  readonly eventSource: string;
  readonly eventName: string;
  readonly assetTypes: readonly string[];
}

/** The service that CloudTrail names as the source of events on what the connector reads. */
function eventSourceOf(connector: Pick<Connector, 'assetType' | 'operations'>): string {
  const [first] = operationsOf(connector);
  if (!first) throw new Error(`${connector.assetType.id} is read by no operation`);
  const prefix = first.id.split(':', 1)[0] ?? '';
  const { iam, eventSource } = apiOf(prefix) ?? {};
  return `${eventSource ?? iam ?? prefix}.amazonaws.com`;
}

/** The events that the connectors declare, sorted by source and name. */
export function changeEventsOf(connectors: readonly Connector[]): ChangeEventKind[] {
  const uses = connectors.flatMap((connector) =>
    (connector.events ?? []).map((eventName) => ({
      eventSource: eventSourceOf(connector),
      eventName,
      assetType: connector.assetType.id,
    })),
  );
  return [...Map.groupBy(uses, ({ eventSource, eventName }) => `${eventSource} ${eventName}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first
        ? [
            {
              eventSource: first.eventSource,
              eventName: first.eventName,
              assetTypes: [first, ...others].map(({ assetType }) => assetType).sort(),
            },
          ]
        : [],
    );
}

export interface ChangedAsset {
  readonly assetType: string;
  readonly assetId: string;
}

/** The assets that one event speaks of. Empty for an event that no connector declares or that names nothing. */
export function changedAssets(
  connectors: readonly Connector[],
  event: ChangeEvent & { readonly eventSource: string },
  reading: Pick<Reading, 'scope'>,
): ChangedAsset[] {
  return connectors
    .filter(
      (connector) =>
        connector.events?.includes(event.eventName) && eventSourceOf(connector) === event.eventSource,
    )
    .flatMap((connector) => {
      const assetId = connector.affected?.(event, reading);
      return assetId === undefined ? [] : [{ assetType: connector.assetType.id, assetId }];
    });
}
