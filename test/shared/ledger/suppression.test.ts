import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import { CHECK, hour, LIST, rules, type Sight, scanAt, scope, told } from './paper-cloud.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let now = hour(2);
let store: TestStore;
let id: string;
beforeEach(async () => {
  now = hour(2);
  store = await openTestStore(() => new Date(now));
  const opened = await scan({ at: 1, notebooks: { a: 'open' } });
  id = opened.changes[0]?.finding.id ?? '';
});
afterEach(() => store.close());

const scan = (sight: Sight) => store.ledger.reconcile(scanAt(sight), rules);
const accepted = { owner: 'Ada', reason: 'a lab without secrets', until: hour(5) };

async function finding(): Promise<Finding> {
  const found = await store.ledger.finding(id);
  if (!found) throw new Error('the finding is gone');
  return found;
}

describe('suppressing', () => {
  it('tells who, why and until when, and keeps quiet until then', async () => {
    const change = await store.ledger.suppress(id.slice(0, 8), accepted);
    expect(change).toMatchObject({
      kind: 'suppressed',
      finding: { suppression: { ...accepted, at: hour(2) }, version: 2 },
    });
    const quiet = await scan({ at: 3, notebooks: { a: 'open' } });
    expect(quiet.changes).toEqual([]);
    expect(quiet.writes.findings).toBe(0);
    expect(quiet.open).toBe(0);
    expect(await finding()).toMatchObject({ status: 'suppressed', lastSeenAt: hour(3) });
  });

  it.each([
    ['still fails', {}],
    ['cannot be seen', { not: { [LIST]: 'denied' } }],
  ] as const)('ends at its time when the asset %s', async (_what, more) => {
    await store.ledger.suppress(id, accepted);
    const ended = await scan({ at: 5, notebooks: { a: 'open' }, ...more });
    expect(told(ended)).toContain(`unsuppressed ${CHECK} a`);
    const open = await finding();
    expect(open).toMatchObject({ status: 'open', firstSeenAt: hour(1), openedAt: hour(1), reopened: 0 });
    expect(open).not.toHaveProperty('suppression');
    expect((await scan({ at: 6, notebooks: { a: 'open' }, ...more })).writes.findings).toBe(0);
  });

  it('does not end by a failure to see', async () => {
    await store.ledger.suppress(id, accepted);
    await scan({ at: 4, not: { [LIST]: 'denied' } });
    expect((await finding()).status).toBe('suppressed');
  });

  it('resolves when the asset is fixed, and comes back quietly while it holds', async () => {
    await store.ledger.suppress(id, accepted);
    expect(told(await scan({ at: 3, notebooks: { a: 'closed' } }))).toEqual([`resolved ${CHECK} a`]);
    const back = await scan({ at: 4, notebooks: { a: 'open' } });
    expect(back.changes).toEqual([]);
    expect(back.writes.findings).toBe(1);
    expect(await finding()).toMatchObject({ status: 'suppressed', reopened: 1, firstSeenAt: hour(1) });
    expect(told(await scan({ at: 5, notebooks: { a: 'open' } }))).toEqual([`unsuppressed ${CHECK} a`]);
  });

  it('reopens what comes back after it has ended', async () => {
    await store.ledger.suppress(id, accepted);
    await scan({ at: 3, notebooks: { a: 'closed' } });
    expect(told(await scan({ at: 6, notebooks: { a: 'open' } }))).toEqual([`reopened ${CHECK} a`]);
    expect(await finding()).not.toHaveProperty('suppression');
  });

  it('can be prolonged and ended early, each of which is told', async () => {
    await store.ledger.suppress(id, accepted);
    now = hour(3);
    const longer = await store.ledger.suppress(id, { ...accepted, until: hour(9) }, scope);
    expect(longer).toMatchObject({ kind: 'suppressed', finding: { suppression: { until: hour(9) } } });
    const ended = await store.ledger.unsuppress(id);
    expect(ended).toMatchObject({ kind: 'unsuppressed', finding: { status: 'open', changedAt: hour(3) } });
    expect(ended.finding).not.toHaveProperty('suppression');
  });

  it('survives a scan that began before it', async () => {
    await store.ledger.suppress(id, accepted);
    await scan({ at: 1, notebooks: { a: 'open' } });
    expect((await finding()).status).toBe('suppressed');
  });

  it('is not lost to a scan that runs at the same time', async () => {
    await Promise.all([
      scan({ at: 3, notebooks: {} }),
      store.ledger.suppress(id, accepted).catch(() => null),
    ]);
    expect((await finding()).status).toBe('resolved');
  });

  it.each([
    ['unknown-finding', () => store.ledger.suppress('0123456789', accepted)],
    ['not-an-id', () => store.ledger.suppress(id.slice(0, 7), accepted)],
    ['until-is-past', () => store.ledger.suppress(id, { ...accepted, until: hour(2) })],
    ['not-suppressed', () => store.ledger.unsuppress(id)],
    [
      'not-open',
      async () => {
        await scan({ at: 3, notebooks: { a: 'closed' } });
        await store.ledger.suppress(id, accepted);
      },
    ],
  ])('refuses: %s', async (reason, ask) => {
    await expect(ask()).rejects.toMatchObject({ name: 'LedgerRefusal', reason });
  });
});
