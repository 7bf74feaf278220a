import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { documentsOf } from '#shared/ledger/documents.ts';
import { openReceivedMessages, type ReceivedMessages } from '#shared/ledger/received.ts';
import type { RescanRequest } from '#shared/pipeline/rescan-request.ts';
import { type Environment, environmentOf, required } from './environment.ts';
import { requestedRescan } from './requested-rescan.ts';
import type { Sender } from './senders/sender.ts';
import { sendersOf } from './senders/senders.ts';

/** What receiving the changes of other clouds stands on. It reads nothing in any cloud. */
export interface Receiving {
  readonly senders: readonly Sender[];
  readonly received: ReceivedMessages;
  /** Hands an asset on to be read again. */
  readonly rescan: (request: RescanRequest) => Promise<void>;
  readonly clock: () => Date;
}

export function receiving(environment: Environment = environmentOf()): Receiving {
  const sqs = new SQSClient({ region: environment.region });
  const QueueUrl = required(process.env, 'AISPM_RESCAN_QUEUE');
  return {
    senders: sendersOf(environment.config),
    received: openReceivedMessages({
      documents: documentsOf(new DynamoDBClient()),
      table: environment.table,
    }),
    rescan: async (request) => {
      await sqs.send(
        new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(requestedRescan(request)) }),
      );
    },
    clock: () => new Date(),
  };
}
