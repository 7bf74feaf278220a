import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { EXPIRY_ATTRIBUTE, receivedKey } from './keys.ts';
import { tableOf } from './table.ts';

/** Which messages of senders were received, so that one that comes again does nothing. */
export interface ReceivedMessages {
  has(from: string, messageId: string): Promise<boolean>;
  /** Remembers it at least until then; `false` where it was remembered before. */
  keep(from: string, messageId: string, until: Date): Promise<boolean>;
}

/** A part of the ledger that needs two permissions on partitions of its own, and no other. */
export function openReceivedMessages({
  documents,
  table: name,
}: {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
}): ReceivedMessages {
  const table = tableOf(documents, name);
  return {
    // A row past its time that DynamoDB has not deleted yet only makes the memory longer.
    has: async (from, messageId) => (await table.get(receivedKey(from, messageId))) !== undefined,
    keep: (from, messageId, until) =>
      table.put(
        {
          ...receivedKey(from, messageId),
          kind: 'received',
          [EXPIRY_ATTRIBUTE]: Math.ceil(until.getTime() / 1000),
        },
        'absent',
      ),
  };
}
