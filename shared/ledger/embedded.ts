import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { documentsOf } from './documents.ts';
import { lockFolder } from './folder-lock.ts';

/**
 * DynamoDB for one machine: dynalite on the loopback, behind the same client. For the terminal and for
 * tests; nothing that is deployed imports this module.
 */
export interface EmbeddedStore {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  readonly endpoint: string;
  /** Ends the client and the server, and lets go of the folder. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Where the table lives on disk; in memory without. Throws a FolderInUse where another process has it. */
  readonly directory?: string;
  readonly table?: string;
}

export async function openEmbedded({
  directory,
  table = 'aispm',
}: EmbeddedOptions = {}): Promise<EmbeddedStore> {
  if (directory !== undefined) await mkdir(directory, { recursive: true });
  const unlock = directory === undefined ? undefined : await lockFolder(directory);
  const server = dynalite({
    ...(directory === undefined ? {} : { path: join(directory, 'table') }),
    createTableMs: 0,
    updateTableMs: 0,
    deleteTableMs: 0,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The embedded store has no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    // dynalite asks for a signature and checks no secret.
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });
  const documents = documentsOf(client);
  const close = async () => {
    documents.destroy();
    client.destroy();
    await new Promise<void>((resolve, reject) => {
      server.close((failure) => (failure ? reject(failure) : resolve()));
      server.closeAllConnections();
    });
    await unlock?.();
  };
  try {
    await createTable(client, table);
  } catch (failure) {
    await close();
    throw failure;
  }
  return { documents, table, endpoint, close };
}

async function createTable(client: DynamoDBClient, TableName: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (failure) {
    if (!(failure instanceof ResourceInUseException)) throw failure;
  }
  await untilActive(client, TableName);
}

/** dynalite creates a table in the background; the SDK's own waiter would look again after a whole second. */
async function untilActive(client: DynamoDBClient, TableName: string): Promise<void> {
  for (let looked = 0; looked < 500; looked += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === 'ACTIVE') return;
    await pause(10);
  }
  throw new Error(`The table ${TableName} of the embedded store did not become active`);
}
