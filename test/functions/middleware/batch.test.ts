import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { messages, streamRecords } from '#functions/middleware/batch.ts';
import { contextOf, lines } from '../context.ts';

const Order = z.strictObject({ id: z.int() });
const sqs = (...bodies: string[]) => ({
  Records: bodies.map((body, index) => ({ messageId: `m${index}`, body })),
});

describe('a function that takes messages', () => {
  const done: number[] = [];
  const take = messages(
    Order,
    () => undefined,
    async ({ id }) => {
      if (id === 13) throw new Error('unlucky');
      done.push(id);
    },
  );

  it('gives back what failed and what is no message of ours, and does the rest', async () => {
    const { write, parsed } = lines();
    const answer = await take.with(undefined, write)(
      sqs('{"id":1}', '{"id":13}', 'no JSON', '{"id":"x"}', '{"id":2}'),
      contextOf(),
    );
    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }, { itemIdentifier: 'm3' }],
    });
    expect(done).toEqual([1, 2]);
    expect(
      parsed()
        .filter(({ level }) => level === 'ERROR')
        .map(({ messageId }) => messageId),
    ).toEqual(['m1', 'm2', 'm3']);
  });

  it('gives back nothing of a batch that was done', async () => {
    expect(await take.with(undefined)(sqs('{"id":3}'), contextOf())).toEqual({ batchItemFailures: [] });
  });
});

describe('a function that takes a stream', () => {
  it('gives back the records that it names', async () => {
    const follow = streamRecords(
      () => undefined,
      async (records) =>
        records.map(({ dynamodb }) => dynamodb.SequenceNumber).filter((number) => number > '1'),
    );
    const Records = ['1', '2', '3'].map((SequenceNumber) => ({
      eventName: 'MODIFY',
      dynamodb: { SequenceNumber },
    }));
    expect(await follow.with(undefined)({ Records }, contextOf())).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }],
    });
  });
});
