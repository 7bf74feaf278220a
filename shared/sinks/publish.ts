import type { Change } from '#shared/model/finding.ts';
import { type ChangeSink, changeIdOf, type Delivery } from './delivery.ts';

export type { ChangeSink, Delivery } from './delivery.ts';

export interface Publication {
  readonly sinkId: string;
  /** One per change, in the order of the changes. */
  readonly deliveries: readonly Delivery[];
}

/**
 * Sends every change to every sink, at the same time. A sink that throws or leaves a change out of its
 * answer has failed for those changes and does not keep the others from being sent.
 */
export async function publish(
  changes: readonly Change[],
  sinks: readonly ChangeSink[],
): Promise<Publication[]> {
  if (changes.length === 0) return sinks.map(({ id }) => ({ sinkId: id, deliveries: [] }));
  const sent = await Promise.allSettled(sinks.map(async (sink) => sink.send(changes)));
  return sinks.map(({ id }, index) => {
    const result = sent[index];
    return {
      sinkId: id,
      deliveries:
        result?.status === 'fulfilled'
          ? accountedFor(changes, result.value)
          : changes.map((change) => failed(change, 'SinkFailed', reasonOf(result?.reason))),
    };
  });
}

/** The changes that a sink did not take, for trying again. */
export const undelivered = (publications: readonly Publication[]): Set<string> =>
  new Set(
    publications
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ changeId }) => changeId),
  );

function accountedFor(changes: readonly Change[], deliveries: readonly Delivery[]): Delivery[] {
  const byChange = new Map(deliveries.map((delivery) => [delivery.changeId, delivery]));
  return changes.map(
    (change) =>
      byChange.get(changeIdOf(change.finding)) ??
      failed(change, 'NotAccountedFor', 'The sink did not say what became of the change.'),
  );
}

const failed = ({ finding }: Change, code: string, detail: string): Delivery => ({
  changeId: changeIdOf(finding),
  findingId: finding.id,
  outcome: 'failed',
  code,
  detail,
});

const reasonOf = (reason: unknown): string =>
  reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
