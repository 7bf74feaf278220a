import { openEmbedded } from '#shared/ledger/embedded.ts';
import { answering, cpuSecondsSpent } from './child.ts';

/** The embedded ledger in memory, for another process. */
export interface StoreAddress {
  readonly endpoint: string;
  readonly table: string;
}

const store = await openEmbedded();
export type StoreQuestion = 'address' | 'cpu-seconds';

answering<StoreQuestion, StoreAddress | number>(
  async (question) =>
    question === 'address' ? { endpoint: store.endpoint, table: store.table } : cpuSecondsSpent(),
  () => store.close(),
);
