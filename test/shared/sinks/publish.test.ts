import { describe, expect, it } from 'vitest';
import { type ChangeSink, changeIdOf, type Delivery } from '#shared/sinks/delivery.ts';
import { publish, undelivered } from '#shared/sinks/publish.ts';
import { azureFinding, change, finding } from './specimens.ts';

const changes = [change('opened'), change('resolved', azureFinding)];
const [first, second] = changes.map(({ finding }) => changeIdOf(finding));

const sink = (id: string, answer: (delivered: Delivery[]) => Delivery[]): ChangeSink => ({
  id,
  send: async (all) =>
    answer(
      all.map(({ finding }) => ({
        changeId: changeIdOf(finding),
        findingId: finding.id,
        outcome: 'delivered',
      })),
    ),
});
const healthy = sink('healthy', (delivered) => delivered);
const broken: ChangeSink = {
  id: 'broken',
  send: () => {
    throw new TypeError('x is not a function');
  },
};

describe('publish', () => {
  it('reaches the other sinks when one throws, and reports its changes as failed', async () => {
    const [fromBroken, fromHealthy] = await publish(changes, [broken, healthy]);
    expect(fromBroken?.deliveries).toEqual([
      expect.objectContaining({
        changeId: first,
        outcome: 'failed',
        code: 'SinkFailed',
        detail: 'TypeError: x is not a function',
      }),
      expect.objectContaining({ changeId: second, outcome: 'failed' }),
    ]);
    expect(fromHealthy).toEqual({
      sinkId: 'healthy',
      deliveries: [
        { changeId: first, findingId: finding().id, outcome: 'delivered' },
        { changeId: second, findingId: azureFinding.id, outcome: 'delivered' },
      ],
    });
  });

  it('takes a change that a sink does not account for as failed', async () => {
    const forgetful = sink('forgetful', (delivered) => delivered.slice(1));
    const [publication] = await publish(changes, [forgetful]);
    expect(publication?.deliveries.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['failed', 'NotAccountedFor'],
      ['delivered', undefined],
    ]);
  });

  it('lists what to try again: what failed, not what was superseded or switched off', async () => {
    const mixed = sink('mixed', ([a, b]) => [
      ...(a ? [{ ...a, outcome: 'unavailable' as const }] : []),
      ...(b ? [{ ...b, outcome: 'failed' as const }] : []),
    ]);
    expect(undelivered(await publish(changes, [healthy, mixed]))).toEqual(new Set([second]));
  });

  it('sends nothing when nothing changed', async () => {
    expect(await publish([], [broken])).toEqual([{ sinkId: 'broken', deliveries: [] }]);
  });
});
