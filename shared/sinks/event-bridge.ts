import {
  PutEventsCommand,
  type PutEventsCommandOutput,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { type ChangeSink, changeIdOf, type Failure, failureOf } from './delivery.ts';
import { type AispmEvent, EVENT_SOURCE } from './events.ts';
import { type FindingEventContext, findingEvent } from './finding-event.ts';
import { jsonTextInOrder } from './json-text.ts';

/** What of `EventBridgeClient` is needed. */
export interface EventPutter {
  readonly send: (command: PutEventsCommand) => Promise<PutEventsCommandOutput>;
}

export interface EventBusOptions {
  readonly client: EventPutter;
  readonly busName: string;
  /** Between attempts; for tests. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Sends every change to the bus as its `Finding …` event. */
export const eventBridge = (options: EventBusOptions & FindingEventContext): ChangeSink => ({
  id: 'event-bridge',
  send: async (changes) => {
    const failures = await putEvents(
      changes.map((change) => findingEvent(change, options)),
      options,
    );
    return changes.map(({ finding }, index) => {
      const failure = failures[index];
      return {
        changeId: changeIdOf(finding),
        findingId: finding.id,
        ...(failure ? { outcome: 'failed', ...failure } : { outcome: 'delivered' }),
      };
    });
  },
});

/** EventBridge takes 1 MB a call since January 2026, 256 KB before, and bridges to targets that take less. */
export const CALL_BYTES = 200_000;
const CALL_ENTRIES = 10;
const ATTEMPTS = 3;

/**
 * Puts events, and says for each, in order, why it failed, or `undefined`. Only the entries that the bus
 * refused are tried again, up to three times in all, each time after twice as long.
 */
export async function putEvents(
  events: readonly AispmEvent[],
  { client, busName, wait = sleep }: EventBusOptions,
): Promise<(Failure | undefined)[]> {
  const failures: (Failure | undefined)[] = events.map(() => undefined);
  const entries = events.map((event, index) => ({ index, entry: entryOf(event, busName) }));
  const [fitting, oversized] = [
    entries.filter(({ entry }) => entryBytes(entry) <= CALL_BYTES),
    entries.filter(({ entry }) => entryBytes(entry) > CALL_BYTES),
  ];
  for (const { index, entry } of oversized)
    failures[index] = { code: 'TooLarge', detail: `${entryBytes(entry)} bytes even without evidence` };

  let pending = fitting;
  for (let attempt = 1; pending.length > 0 && attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) await wait(200 * 2 ** (attempt - 1));
    const refused: typeof pending = [];
    for (const batch of batches(pending)) {
      const answers = await putBatch(batch.map(({ entry }) => entry));
      batch.forEach((one, position) => {
        failures[one.index] = answers[position];
        if (answers[position]) refused.push(one);
      });
    }
    pending = refused;
  }
  return failures;

  async function putBatch(batch: PutEventsRequestEntry[]): Promise<(Failure | undefined)[]> {
    try {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: batch }));
      return batch.map((_, position) => {
        const answer = Entries[position];
        if (answer?.EventId) return undefined;
        return {
          code: answer?.ErrorCode ?? 'NotAccountedFor',
          detail: answer?.ErrorMessage ?? 'The bus did not say what became of the event.',
        };
      });
    } catch (error) {
      const failure = failureOf(error);
      return batch.map(() => failure);
    }
  }
}

/** The entry, with as much of the evidence, or of a scan's gaps, as fits. */
export function entryOf(event: AispmEvent, busName: string): PutEventsRequestEntry {
  for (let shown = listLength(event); ; shown = Math.floor(shown / 2)) {
    const detail = abridged(event, shown);
    const asset = 'asset' in event.detail ? event.detail.asset.id.toWellFormed() : '';
    const entry = {
      EventBusName: busName,
      Source: EVENT_SOURCE,
      DetailType: event.detailType,
      Time: new Date(event.time),
      Resources: isResource(asset) ? [asset] : [],
      Detail: jsonTextInOrder(detail),
    };
    if (shown === 0 || entryBytes(entry) <= CALL_BYTES) return entry;
  }
}

/** The bus's `resources` are ARNs; other clouds' ids stand in the detail alone. */
const isResource = (assetId: string): boolean => /^arn:[!-~]+$/.test(assetId) && assetId.length <= 2048;

const listLength = ({ detail }: AispmEvent): number =>
  'gaps' in detail ? detail.gaps.length : detail.evidence.length;

function abridged({ detail }: AispmEvent, shown: number): AispmEvent['detail'] {
  if ('gaps' in detail) {
    const omitted = detail.gaps.length - shown;
    return { ...detail, gaps: detail.gaps.slice(0, shown), gapsOmitted: detail.gapsOmitted + omitted };
  }
  const evidenceOmitted = detail.evidenceOmitted + detail.evidence.length - shown;
  return 'remediationId' in detail
    ? { ...detail, evidence: detail.evidence.slice(0, shown), evidenceOmitted }
    : { ...detail, evidence: detail.evidence.slice(0, shown), evidenceOmitted };
}

/** As EventBridge counts: “Calculating PutEvents event entry size” in its user guide. */
export const entryBytes = ({
  Source = '',
  DetailType = '',
  Detail = '',
  Resources = [],
  Time,
}: PutEventsRequestEntry) =>
  (Time ? 14 : 0) +
  [Source, DetailType, Detail, ...Resources].reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);

interface Numbered {
  readonly index: number;
  readonly entry: PutEventsRequestEntry;
}

function* batches(entries: readonly Numbered[]): Generator<Numbered[]> {
  let batch: Numbered[] = [];
  let bytes = 0;
  for (const one of entries) {
    const size = entryBytes(one.entry);
    if (batch.length === CALL_ENTRIES || (batch.length > 0 && bytes + size > CALL_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
