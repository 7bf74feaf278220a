import { afterAll, expect, it } from 'vitest';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { receivedKey } from '#shared/ledger/keys.ts';
import { openReceivedMessages } from '#shared/ledger/received.ts';
import { tableOf } from '#shared/ledger/table.ts';

const store = await openEmbedded();
afterAll(() => store.close());
const received = openReceivedMessages(store);
const until = new Date('2026-11-23T11:00:00.250Z');

it('knows a message that was kept, of the sender that sent it', async () => {
  expect(await received.has('azure', 'm-1')).toBe(false);
  expect(await received.keep('azure', 'm-1', until)).toBe(true);
  expect(await received.has('azure', 'm-1')).toBe(true);
  expect(await received.has('google', 'm-1')).toBe(false);
  expect(await received.has('azure', 'm-2')).toBe(false);
});

it('keeps it once, even for two who do so at the same time', async () => {
  const kept = await Promise.all(Array.from({ length: 8 }, () => received.keep('azure', 'm-3', until)));
  expect(kept.filter(Boolean)).toHaveLength(1);
});

it('lets DynamoDB forget it when it may no longer come, and not before', async () => {
  await received.keep('google', 'm-4', until);
  const row = await tableOf(store.documents, store.table).get(receivedKey('google', 'm-4'));
  expect(row).toEqual({ pk: 'RECEIVED#google', sk: 'm-4', kind: 'received', expiresAt: 1795431601 });
  expect(Number(row?.['expiresAt']) * 1000).toBeGreaterThanOrEqual(until.getTime());
});
