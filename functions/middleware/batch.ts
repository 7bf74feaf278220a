import * as z from 'zod';
import { type Handler, type Invocation, lambda, type Provide, parseEvent } from './lambda.ts';

/** What Lambda is told of a batch: these alone come back. */
export interface PartialFailures {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

const SqsBatch = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

/**
 * A function that takes messages from a queue, each by itself: one that fails, or that is no message of ours,
 * returns to the queue and in the end to its dead letters, and does not keep the others from being done.
 */
export function messages<Message, Provided>(
  schema: z.ZodType<Message>,
  provide: Provide<Provided>,
  run: (message: Message, provided: Provided, invocation: Invocation) => Promise<unknown>,
): Handler<Provided> {
  return lambda(SqsBatch, provide, async ({ Records }, provided, invocation): Promise<PartialFailures> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of Records) {
      const log = invocation.log.with({ messageId });
      try {
        await run(parseEvent(schema, JSON.parse(body)), provided, { ...invocation, log });
      } catch (error) {
        log.error('message failed', { error });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    invocation.metrics.add('MessagesFailed', batchItemFailures.length);
    return { batchItemFailures };
  });
}

const AttributeValue = z.record(z.string(), z.unknown());
const StreamBatch = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        OldImage: z.record(z.string(), AttributeValue).optional(),
        NewImage: z.record(z.string(), AttributeValue).optional(),
      }),
    }),
  ),
});

export type StreamRecord = z.infer<typeof StreamBatch>['Records'][number];

/**
 * A function that takes a table's stream, a batch at a time. `run` gives the sequence numbers of the records
 * that it could not do; Lambda begins again at the first of them, so what comes after may be seen twice.
 */
export function streamRecords<Provided>(
  provide: Provide<Provided>,
  run: (
    records: readonly StreamRecord[],
    provided: Provided,
    invocation: Invocation,
  ) => Promise<Iterable<string>>,
): Handler<Provided> {
  return lambda(StreamBatch, provide, async ({ Records }, provided, invocation): Promise<PartialFailures> => {
    const failed = [...(await run(Records, provided, invocation))];
    invocation.metrics.add('RecordsFailed', failed.length);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  });
}
