import { openEmbedded } from '#shared/ledger/embedded.ts';
import { answering } from './child.ts';

/** The embedded ledger in memory, for another process. */
export interface StoreAddress {
  readonly endpoint: string;
  readonly table: string;
}

const store = await openEmbedded();
answering<'address', StoreAddress>(
  async () => ({ endpoint: store.endpoint, table: store.table }),
  () => store.close(),
);
