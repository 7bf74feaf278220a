import type {
  PutEventsCommand,
  PutEventsCommandOutput,
  PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import type { Change, Finding } from '#shared/model/finding.ts';
import {
  CALL_BYTES,
  type EventPutter,
  entryBytes,
  entryOf,
  eventBridge,
  putEvents,
} from '#shared/sinks/event-bridge.ts';
import { eventSchemas } from '#shared/sinks/event-schemas.ts';
import { findingEvent } from '#shared/sinks/finding-event.ts';
import { ACTIVE, azureFinding, change, checks, finding, hostileTexts, withHostile } from './specimens.ts';

type Answer = (entry: PutEventsRequestEntry, call: number) => string | Error | undefined;

/** A bus that takes every entry for which `answer` gives no error code, and keeps what it was sent. */
function bus(answer: Answer = () => undefined) {
  const calls: PutEventsRequestEntry[][] = [];
  const waits: number[] = [];
  const client: EventPutter = {
    send: async ({ input }: PutEventsCommand): Promise<PutEventsCommandOutput> => {
      const entries = input.Entries ?? [];
      calls.push(entries);
      const answers = entries.map((entry) => answer(entry, calls.length));
      for (const one of answers) if (one instanceof Error) throw one;
      return {
        $metadata: {},
        FailedEntryCount: answers.filter(Boolean).length,
        Entries: answers.map((code) =>
          code ? { ErrorCode: String(code), ErrorMessage: 'no' } : { EventId: 'e' },
        ),
      };
    },
  };
  const sink = eventBridge({ client, busName: 'aispm', checks, wait: async (ms) => waits.push(ms) });
  return { calls, waits, sink, client };
}

const many = (count: number, difference: Partial<Finding> = {}): Change[] =>
  Array.from({ length: count }, (_, index) =>
    change('opened', finding({ ...difference, discriminator: `${index}` })),
  );
const nth = (entry: PutEventsRequestEntry): number => Number(JSON.parse(entry.Detail ?? '{}').discriminator);
const bytesOf = (entries: PutEventsRequestEntry[]) =>
  entries.reduce((sum, entry) => sum + entryBytes(entry), 0);

describe('batches', () => {
  it('puts ten entries a call at most', async () => {
    const { calls, sink } = bus();
    const deliveries = await sink.send(many(23));
    expect(calls.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(Array(23).fill('delivered'));
  });

  it('puts 200 KB a call at most', async () => {
    const { calls, sink } = bus();
    await sink.send(many(7, { title: 'x'.repeat(60_000) }));
    expect(calls.map(({ length }) => length)).toEqual([3, 3, 1]);
    for (const entries of calls) expect(bytesOf(entries)).toBeLessThanOrEqual(CALL_BYTES);
  });

  it('sends nothing for nothing', async () => {
    const { calls, sink } = bus();
    expect(await sink.send([])).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe('an entry', () => {
  it('names source, kind, time, bus and the ARN that it is about', () => {
    expect(entryOf(findingEvent(change('resolved'), { checks }), 'aispm')).toMatchObject({
      Source: 'aispm',
      DetailType: 'Finding Resolved',
      EventBusName: 'aispm',
      Time: new Date('2026-03-02T06:00:00.000Z'),
      Resources: [finding().asset.id],
    });
  });

  it('names no resource that is no ARN', () => {
    expect(entryOf(findingEvent(change('opened', azureFinding), { checks }), 'aispm').Resources).toEqual([]);
  });

  it('leaves out evidence that does not fit, says how much, and still fits the schema', () => {
    const evidence = Array.from({ length: 64 }, (_, index) => ({
      path: `f[${index}]`,
      state: 'read' as const,
      found: '語'.repeat(3000),
      expected: 'none',
    }));
    const entry = entryOf(findingEvent(change('opened', finding({ evidence })), { checks }), 'aispm');
    expect(entryBytes(entry)).toBeLessThanOrEqual(CALL_BYTES);
    const detail = JSON.parse(entry.Detail ?? '');
    expect(detail.evidence.length).toBeGreaterThan(0);
    expect(detail.evidence.length + detail.evidenceOmitted).toBe(64);
    expect(eventSchemas['Finding Opened'].schema.safeParse(detail).error).toBeUndefined();
  });

  it.each(Object.entries(hostileTexts))('carries %s harmlessly', (_what, text) => {
    const entry = entryOf(findingEvent(change('opened', withHostile(text, finding())), { checks }), 'aispm');
    expect(entry.Detail).not.toMatch(ACTIVE);
    expect(JSON.parse(entry.Detail ?? '').asset.name).toBe(text.toWellFormed());
    expect(entry.Resources).toEqual([]);
  });
});

describe('refusals', () => {
  it('tries again only what was refused, waiting longer each time', async () => {
    const { calls, waits, sink } = bus((entry, call) =>
      call === 1 && nth(entry) % 2 ? 'ThrottlingException' : undefined,
    );
    const deliveries = await sink.send(many(6));
    expect(calls.map((entries) => entries.map(nth))).toEqual([
      [0, 1, 2, 3, 4, 5],
      [1, 3, 5],
    ]);
    expect(waits).toEqual([400]);
    expect(deliveries.every(({ outcome }) => outcome === 'delivered')).toBe(true);
  });

  it('gives up after three attempts and says so for that change alone', async () => {
    const { calls, sink } = bus((entry) => (nth(entry) === 1 ? 'InternalFailure' : undefined));
    const deliveries = await sink.send(many(3));
    expect(calls.map(({ length }) => length)).toEqual([3, 1, 1]);
    expect(deliveries.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['delivered', undefined],
      ['failed', 'InternalFailure'],
      ['delivered', undefined],
    ]);
  });

  it('takes a call that failed as a whole for a failure of each entry', async () => {
    const { sink } = bus(() => Object.assign(new Error('no route'), { name: 'TimeoutError' }));
    expect(await sink.send(many(2))).toEqual([
      expect.objectContaining({ outcome: 'failed', code: 'TimeoutError', detail: 'no route' }),
      expect.objectContaining({ outcome: 'failed', code: 'TimeoutError' }),
    ]);
  });

  it('does not take a mistake in our own code for a refusal', async () => {
    const { sink } = bus(() => new TypeError('x is not a function'));
    await expect(sink.send(many(1))).rejects.toThrow(TypeError);
  });

  it('reports what is too large even without evidence, and sends the rest', async () => {
    const { client, calls } = bus();
    const [small, large] = [finding(), finding({ title: 'x'.repeat(CALL_BYTES) })].map((one) =>
      findingEvent(change('opened', one), { checks }),
    );
    if (!small || !large) throw new Error('no events');
    expect(await putEvents([large, small], { client, busName: 'aispm' })).toEqual([
      expect.objectContaining({ code: 'TooLarge' }),
      undefined,
    ]);
    expect(calls.map(({ length }) => length)).toEqual([1]);
  });
});
