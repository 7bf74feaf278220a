import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Clients } from './clients.ts';

const BusEvent = z.looseObject({
  source: z.literal('aispm'),
  'detail-type': z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type BusEvent = z.infer<typeof BusEvent>;

/** Everything that the fleet's bus carried since the listener was made. */
export interface BusListener {
  heard(): Promise<readonly BusEvent[]>;
}

/** A consumer as a customer would set one up: a rule for all of aispm's events, and a queue behind it. */
export async function listenTo(bus: string, { events, sqs }: Clients): Promise<BusListener> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'deployed-test' }));
  if (!QueueUrl) throw new Error('no queue was made');
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  await events.send(
    new PutRuleCommand({
      Name: 'deployed-test',
      EventBusName: bus,
      EventPattern: JSON.stringify({ source: ['aispm'] }),
    }),
  );
  await events.send(
    new PutTargetsCommand({
      Rule: 'deployed-test',
      EventBusName: bus,
      Targets: [{ Id: 'queue', Arn: Attributes?.QueueArn }],
    }),
  );
  const seen: BusEvent[] = [];
  return {
    async heard() {
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
        );
        if (Messages.length === 0) return seen;
        for (const { Body, ReceiptHandle } of Messages) {
          seen.push(BusEvent.parse(JSON.parse(Body ?? '')));
          await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        }
      }
    },
  };
}
