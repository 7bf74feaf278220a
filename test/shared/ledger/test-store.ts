import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type EmbeddedStore, openEmbedded } from '#shared/ledger/embedded.ts';
import { type Consumed, type Ledger, openLedger } from '#shared/ledger/ledger.ts';
import type { Row } from '#shared/ledger/rows.ts';

export interface TestStore extends EmbeddedStore {
  readonly ledger: Ledger;
  readonly consumed: Consumed[];
  /** The sort keys of the rows that the server has taken since the last call, as seen on the wire. */
  taken(): string[];
  /** Every row of the table, in order. */
  dump(): Promise<Row[]>;
  /** Called before every PutItem goes out. */
  beforePut: ((sortKey: string) => Promise<void>) | undefined;
}

/** An embedded store behind the real client, whose writes are counted where they leave the client. */
export async function openTestStore(clock = () => new Date('2026-11-22T12:00:00.000Z')): Promise<TestStore> {
  const embedded = await openEmbedded();
  const consumed: Consumed[] = [];
  let taken: string[] = [];
  const { documents, table } = embedded;
  const store: TestStore = {
    ...embedded,
    consumed,
    beforePut: undefined,
    ledger: openLedger({ documents, table, clock, consumed: (units) => consumed.push(units) }),
    taken: () => {
      const rows = taken;
      taken = [];
      return rows.sort();
    },
    dump: async () => {
      const { Items = [] } = await documents.send(
        new ScanCommand({ TableName: table, ConsistentRead: true }),
      );
      return Items.sort((a, b) => (`${a['pk']} ${a['sk']}` < `${b['pk']} ${b['sk']}` ? -1 : 1));
    },
  };
  documents.middlewareStack.add(
    (next) => async (args) => {
      const { headers, body } = args.request as { headers: Record<string, string>; body: Uint8Array };
      if (headers['x-amz-target'] !== 'DynamoDB_20120810.PutItem') return next(args);
      const sortKey: string = JSON.parse(new TextDecoder().decode(body)).Item.sk.S;
      await store.beforePut?.(sortKey);
      const reply = await next(args);
      taken.push(sortKey);
      return reply;
    },
    { step: 'finalizeRequest', name: 'countWrites', priority: 'low' },
  );
  return store;
}

/** Writes by kind of row, as {@link Reconciliation} counts them. */
export const countWrites = (sortKeys: readonly string[]) => {
  const startingWith = (prefix: string) => sortKeys.filter((key) => key.startsWith(prefix)).length;
  const counts = {
    findings: startingWith('FINDING#'),
    assets: startingWith('ASSET#'),
    scope: sortKeys.filter((key) => key === 'SCAN').length,
  };
  return { ...counts, other: sortKeys.length - counts.findings - counts.assets - counts.scope };
};
