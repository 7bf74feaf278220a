import { setTimeout as pause } from 'node:timers/promises';
import { ConditionalCheckFailedException, type ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import type { Row } from './rows.ts';

/** What one request cost, in DynamoDB's capacity units. */
export interface Consumed {
  readonly access: 'read' | 'write';
  readonly units: number;
  /** Of a write: the kind of row, `finding` or `asset` or another. */
  readonly kind?: unknown;
}
export type ConsumptionObserver = (consumed: Consumed) => void;

/** What must be true of the row as it stands for a new one to take its place. */
export type Expected = 'absent' | { readonly version: number };

export interface Reading {
  /** Only these attributes; all of them by default. */
  readonly attributes?: readonly string[];
  readonly consistent?: boolean;
}

/** The few requests that the ledger makes: no transaction, no index, no delete. */
export interface Table {
  get(key: Key): Promise<Row | undefined>;
  /** Every row of a partition whose sort key starts with the prefix, page after page, in order. */
  query(pk: string, prefix?: string, reading?: Reading): AsyncGenerator<Row, void>;
  /** Writes the row if what stands there is as expected; `false` if it is not. */
  put(row: Row, expected: Expected): Promise<boolean>;
}

export function tableOf(
  documents: DynamoDBDocumentClient,
  TableName: string,
  observe: ConsumptionObserver = () => undefined,
): Table {
  const note = (
    access: Consumed['access'],
    { ConsumedCapacity }: { ConsumedCapacity?: ConsumedCapacity | undefined },
    kind?: unknown,
  ) => observe({ access, units: ConsumedCapacity?.CapacityUnits ?? 0, kind });

  return {
    async get(Key) {
      const reply = await documents.send(
        new GetCommand({ TableName, Key, ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }),
      );
      note('read', reply);
      return reply.Item;
    },

    async *query(pk, prefix = '', { attributes, consistent = false } = {}) {
      const names = attributes?.map((name, position) => [`#a${position}`, name] as const);
      const input: QueryCommandInput = {
        TableName,
        KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: prefix === '' ? { ':pk': pk } : { ':pk': pk, ':prefix': prefix },
        ConsistentRead: consistent,
        ReturnConsumedCapacity: 'TOTAL',
        ...(names && {
          ProjectionExpression: names.map(([alias]) => alias).join(', '),
          ExpressionAttributeNames: Object.fromEntries(names),
        }),
      };
      let from: QueryCommandInput['ExclusiveStartKey'];
      do {
        const page = await documents.send(
          new QueryCommand({ ...input, ...(from && { ExclusiveStartKey: from }) }),
        );
        note('read', page);
        yield* page.Items ?? [];
        from = page.LastEvaluatedKey;
      } while (from);
    },

    async put(Item, expected) {
      const condition =
        expected === 'absent'
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :version',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':version': expected.version },
            };
      try {
        const reply = await documents.send(
          new PutCommand({ TableName, Item, ...condition, ReturnConsumedCapacity: 'TOTAL' }),
        );
        note('write', reply, Item['kind']);
        return true;
      } catch (failure) {
        if (failure instanceof ConditionalCheckFailedException) return false;
        throw failure;
      }
    },
  };
}

const MOST_ATTEMPTS = 10;

/** Others kept writing the same row faster than it could be decided on. Try the whole observation again. */
export class LedgerContention extends Error {
  override readonly name = 'LedgerContention';
}

/**
 * Reads, decides and writes until the condition holds. `attempt` gives `undefined` when somebody else wrote
 * in between. Waits a random time that doubles, up to about a second; throws {@link LedgerContention}.
 */
export async function untilWritten<Result>(
  what: string,
  attempt: () => Promise<{ readonly result: Result } | undefined>,
): Promise<Result> {
  for (let tries = 0; tries < MOST_ATTEMPTS; tries += 1) {
    const outcome = await attempt();
    if (outcome) return outcome.result;
    await pause(Math.random() * Math.min(1000, 5 * 2 ** tries));
  }
  throw new LedgerContention(`${what} was written by others ${MOST_ATTEMPTS} times in a row`);
}
