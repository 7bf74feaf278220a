import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Row } from '#shared/ledger/rows.ts';
import { changeOf } from '#shared/ledger/stream.ts';
import type { Change } from '#shared/model/finding.ts';
import type { Observation } from '#shared/model/observation.ts';
import { arn, CHECK, hour, LIST, rescanAt, rules, type Sight, scanAt, scope } from './paper-cloud.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const tell = (observation: Observation) => store.ledger.reconcile(observation, rules);
const scan = (sight: Sight) => tell(scanAt(sight));

/** The table that these observations leave behind when they are told one after the other. */
async function tableAfter(observations: readonly Observation[]): Promise<Row[]> {
  const other = await openTestStore();
  try {
    for (const observation of observations) await other.ledger.reconcile(observation, rules);
    return await other.dump();
  } finally {
    await other.close();
  }
}

const before = scanAt({ at: 1, notebooks: { kept: 'open', fixed: 'open', deleted: 'open', back: 'closed' } });
const after = scanAt({
  at: 2,
  notebooks: { kept: 'open', fixed: 'closed', back: 'open', fresh: 'open' },
});

describe('the same observation told again', () => {
  it('leaves the table as it is, and writes nothing', async () => {
    await tell(before);
    await tell(after);
    const once = await store.dump();
    const replay = await tell(after);
    expect(replay.changes).toEqual([]);
    expect(replay.writes).toEqual({ findings: 0, assets: 0, scope: 0, other: 0 });
    expect(await store.dump()).toEqual(once);
  });

  it('leaves the table as one telling would, when three run at once', async () => {
    await Promise.all([tell(before), tell(before), tell(before)]);
    const results = await Promise.all([tell(after), tell(after), tell(after)]);
    expect(await store.dump()).toEqual(await tableAfter([before, after]));
    // Each change is told by exactly one of them: by the one whose write was taken.
    const changes = results.flatMap((result) => result.changes);
    expect(changes.map(({ kind, finding }) => `${kind} ${finding.asset.name}`).sort()).toEqual([
      'opened back',
      'opened fresh',
      'resolved deleted',
      'resolved fixed',
    ]);
  });

  it('finishes what a first attempt that died half-way had begun', async () => {
    await tell(before);
    let puts = 0;
    store.beforePut = async () => {
      puts += 1;
      if (puts > 3) throw new Error('the function was stopped');
    };
    await expect(tell(after)).rejects.toThrow('the function was stopped');
    store.beforePut = undefined;
    await tell(after);
    expect(await store.dump()).toEqual(await tableAfter([before, after]));
  });
});

describe('two scans that overlap', () => {
  it('leave the table of the newer one when it is told first', async () => {
    await tell(before);
    await tell(after);
    const newer = await store.dump();
    const stale = scanAt({
      at: 1,
      notebooks: { kept: 'closed', fixed: 'open', deleted: 'open', odd: 'open' },
    });
    const late = await tell({ ...stale, scanId: 'late' });
    expect(late.changes).toEqual([]);
    expect(late.writes).toEqual({ findings: 0, assets: 0, scope: 0, other: 0 });
    expect(await store.dump()).toEqual(newer);
  });

  it('that see the same leave each finding and asset written once', async () => {
    const seen = { kept: 'open', other: 'closed' } as const;
    const results = await Promise.all([
      scan({ at: 1, notebooks: seen }),
      scan({ at: 2, notebooks: seen }),
      scan({ at: 3, notebooks: seen }),
    ]);
    const total = (kind: 'findings' | 'assets') => results.reduce((sum, { writes }) => sum + writes[kind], 0);
    expect(total('findings')).toBe(1);
    expect(total('assets')).toBe(2);
    expect(results.flatMap(({ changes }) => changes)).toHaveLength(1);
    const rows = await store.dump();
    expect(rows.filter(({ sk }) => String(sk).startsWith('FINDING#'))).toMatchObject([{ version: 1 }]);
    // The scope remembers the newest, whichever came last.
    expect(rows.find(({ sk }) => sk === 'SCAN')).toMatchObject({ startedAt: hour(3) });
  });

  it('do not override each other when a newer one writes between an older one’s reading and writing', async () => {
    await tell(before);
    let interrupted = false;
    store.beforePut = async (sortKey) => {
      // The older scan is about to write its first asset or finding.
      if (interrupted || sortKey === 'SCAN' || sortKey.includes('/')) return;
      interrupted = true;
      await scan({ at: 3, notebooks: { kept: 'closed', fixed: 'open', back: 'closed' } });
    };
    await tell(after);
    expect(interrupted).toBe(true);
    const status: Record<string, string> = {};
    for await (const finding of store.ledger.findings()) status[finding.asset.name] = finding.status;
    // “kept” was written by the newer one; the older one must not open it again.
    expect(status).toMatchObject({ kept: 'resolved', deleted: 'resolved' });
    expect(await store.ledger.asset(arn('deleted'), scope)).toBeUndefined();
  });
});

describe('a rescan of one asset and an older scan of the scope', () => {
  it('keeps what the rescan saw: fixed, changed, created', async () => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    await tell(rescanAt(5, 'a', 'closed'));
    await tell(rescanAt(5, 'new', 'open'));
    const late = await scan({ at: 4, notebooks: { a: 'open' } });
    expect(late.changes).toEqual([]);
    expect((await store.ledger.asset(arn('a'), scope))?.config).toEqual({ DirectInternetAccess: 'Disabled' });
    expect(await store.ledger.asset(arn('new'), scope)).toBeDefined();
    const next = await scan({ at: 6, notebooks: { a: 'open' } });
    expect(next.changes.map(({ kind }) => kind).sort()).toEqual(['reopened', 'resolved']);
  });

  it.each([
    ['known', { a: 'open' }],
    ['never seen', {}],
  ] as const)(
    'does not bring back a deleted asset that was %s, nor its findings',
    async (_what, notebooks) => {
      await scan({ at: 1, notebooks });
      await tell(rescanAt(5, 'a'));
      const late = await scan({ at: 4, notebooks: { a: 'open' } });
      expect(late.changes).toEqual([]);
      expect(await store.ledger.asset(arn('a'), scope)).toBeUndefined();
      expect(await Array.fromAsync(store.ledger.findings({ status: 'open' }))).toEqual([]);
      await scan({ at: 6, notebooks: { a: 'open' } });
      expect(await store.ledger.asset(arn('a'), scope)).toBeDefined();
    },
  );

  it.each([
    ['closed', 'Disabled'],
    [undefined, undefined],
  ] as const)(
    'keeps what the rescan saw when it writes just before the scan does (%s)',
    async (state, found) => {
      await scan({ at: 1, notebooks: {} });
      let interrupted = false;
      store.beforePut = async (sortKey) => {
        if (interrupted || !sortKey.startsWith('ASSET#')) return;
        interrupted = true;
        await tell(rescanAt(5, 'a', state));
      };
      const late = await scan({ at: 4, notebooks: { a: 'open' } });
      expect(late.changes).toEqual([]);
      expect(late.writes).toMatchObject({ assets: 0, findings: 0 });
      expect((await store.ledger.asset(arn('a'), scope))?.config['DirectInternetAccess']).toBe(found);
    },
  );

  it('ignores a rescan that began before the last scan', async () => {
    await scan({ at: 4, notebooks: { a: 'closed' } });
    const late = await tell(rescanAt(3, 'a', 'open'));
    expect(late.changes).toEqual([]);
    expect(late.writes).toEqual({ findings: 0, assets: 0, scope: 0, other: 0 });
  });
});

describe('the stream of the table', () => {
  /** What the stream would carry: each row's images, taken by reading the table after each telling. */
  async function streamOf(observations: readonly Observation[]) {
    const records: { before: Row | undefined; after: Row | undefined }[] = [];
    const told: Change[] = [];
    let last = new Map<string, Row>();
    for (const observation of observations) {
      told.push(...(await tell(observation)).changes);
      const rows = new Map((await store.dump()).map((row) => [`${row['pk']} ${row['sk']}`, row]));
      for (const [key, row] of rows)
        if (JSON.stringify(row) !== JSON.stringify(last.get(key)))
          records.push({ before: last.get(key), after: row });
      last = rows;
    }
    return { records, told };
  }

  it('tells the same changes as the reconciliations did, and again the same when replayed', async () => {
    const { records, told } = await streamOf([
      before,
      after,
      scanAt({ at: 3, notebooks: { kept: 'open' }, not: { [LIST]: 'denied' } }),
      scanAt({ at: 4, notebooks: { kept: 'open', fixed: 'open' } }),
    ]);
    const changes = () => records.map(changeOf).filter((change) => change !== undefined);
    const byId = (a: Change, b: Change) =>
      `${a.finding.changedAt} ${a.finding.id}` < `${b.finding.changedAt} ${b.finding.id}` ? -1 : 1;
    expect(changes().sort(byId)).toEqual(told.sort(byId));
    expect(changes()).toEqual(changes());
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['opened', 'resolved', 'reopened']));
    expect(records.some((each) => each.after?.['kind'] === 'asset')).toBe(true);
  });

  it('says nothing of an expired row', async () => {
    await tell(before);
    const row = (await store.dump()).find(({ kind }) => kind === 'finding');
    expect(changeOf({ before: row, after: undefined })).toBeUndefined();
    expect(changeOf({ before: undefined, after: row })?.finding.checkId).toBe(CHECK);
  });
});
