import type * as z from 'zod';
import { pack, unpack } from './packed.ts';
import { Bytes } from './rows.ts';
import type { Table } from './table.ts';

/** What a record must have for the ledger to keep it: its id, what it is about and a version to write by. */
export interface LedgerRecord {
  readonly id: string;
  readonly findingId: string;
  /** 1 on the first writing, and one more on each that follows. */
  readonly version: number;
}

/** Records of another module about findings, one partition a kind: few, and read by people. */
export interface Records<Entry extends LedgerRecord> {
  /** `false` where there is one with this id already; that one stays. */
  putIfAbsent(entry: Entry): Promise<boolean>;
  /** Replaces the version before `entry.version`; `false` where that is not the one in the table. */
  update(entry: Entry): Promise<boolean>;
  get(id: string): Promise<Entry | undefined>;
  ofFinding(findingId: string): AsyncGenerator<Entry, void>;
  all(): AsyncGenerator<Entry, void>;
}

export function recordsOf<Entry extends LedgerRecord>(
  table: Table,
  kind: string,
  schema: z.ZodType<Entry>,
): Records<Entry> {
  const pk = `RECORDS#${kind}`;
  const rowOf = (entry: Entry) => {
    const { id, findingId, version } = schema.parse(entry);
    return { pk, sk: id, kind, findingId, version, body: pack(entry) };
  };
  const parse = (row: Record<string, unknown>): Entry => schema.parse(unpack(Bytes.parse(row['body'])));

  async function* all(): AsyncGenerator<Entry, void> {
    for await (const row of table.query(pk)) yield parse(row);
  }

  return {
    putIfAbsent: (entry) => table.put(rowOf(entry), 'absent'),
    update: (entry) => table.put(rowOf(entry), { version: entry.version - 1 }),
    get: async (id) => {
      const row = await table.get({ pk, sk: id });
      return row && parse(row);
    },
    async *ofFinding(findingId) {
      for await (const entry of all()) if (entry.findingId === findingId) yield entry;
    },
    all,
  };
}
