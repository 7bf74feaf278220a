import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Connector, Found, Reading } from '#connectors/connector.ts';
import type { CoverageRecorder } from '#connectors/coverage.ts';
import { type DiscoverOptions, discover } from '#connectors/discover.ts';
import { type AssetType, assetType } from '#shared/model/asset-type.ts';
import type { Outcome } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';

const SCOPE = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;

const operation = (name: string) => ({ id: `paper:${name}`, permission: `paper:${name}` });

/** What the connectors of this file are given: what each operation answers is noted by them. */
type Paper = CoverageRecorder;

const typeOf = (name: string, more: Partial<AssetType> = {}): AssetType => ({
  ...assetType(`aws.paper.${name}`, {
    title: name,
    placement: 'region',
    nativeType: name,
    shape: { package: 'none', type: 'none' },
    config: z.looseObject({}),
  }),
  ...more,
});

interface Listed extends JsonObject {
  readonly id: string;
}

interface Sheet extends Partial<Omit<Connector<Paper, Listed>, 'assetType' | 'list'>> {
  readonly type?: Partial<AssetType>;
  readonly outcome?: Exclude<Outcome, 'complete'>;
}

/** A connector whose list gives these, or fails after them. */
function connectorOf(name: string, listed: readonly Listed[], { type, outcome, ...more }: Sheet = {}) {
  const list = operation(`List${name}`);
  const connector: Connector<Paper, Listed> = {
    assetType: typeOf(name, type),
    operations: { list: [list] },
    async *list(recorder) {
      recorder.note(list, 'complete');
      yield* listed;
      if (outcome) recorder.fail(list, outcome, 'on paper');
    },
    identify: ({ id }) => ({ id, name: id }),
    find: async () => undefined,
    ...more,
  };
  return connector;
}

const READING: Reading = {
  scope: SCOPE,
  startedAt: new Date('2026-07-01T00:00:00.000Z'),
  jobHistoryDays: 14,
  references: async () => new Set(),
};

async function discovered(
  connectors: readonly Connector<Paper, Listed>[],
  reading: Partial<Reading> = {},
  options: DiscoverOptions = {},
) {
  const defects: unknown[] = [];
  const { assets, coverage } = await discover(
    connectors as readonly Connector<Paper>[],
    (_connector, recorder) => recorder,
    { ...READING, ...reading },
    { onDefect: (_type, error) => defects.push(error), ...options },
  );
  expect(defects).toEqual([]);
  return {
    ids: assets.map(({ id }) => id).sort(),
    outcomes: Object.fromEntries(coverage.map((record) => [record.operation, record.outcome])),
    coverage,
  };
}

describe('a service that few use', () => {
  const setting = connectorOf('setting', [{ id: 'the-setting' }], { isSetting: true });
  const rare = connectorOf('rare', [{ id: 'rarity' }], { rare: true });

  test('is not asked where there is nothing but settings, and that is no call', async () => {
    const { ids, outcomes, coverage } = await discovered([setting, rare]);
    expect(ids).toEqual(['the-setting']);
    expect(outcomes).toEqual({ 'paper:Listsetting': 'complete', 'paper:Listrare': 'not-asked' });
    expect(coverage.find(({ outcome }) => outcome === 'not-asked')).toMatchObject({
      calls: 0,
      incomplete: 0,
    });
  });

  test('is asked where something else is found', async () => {
    const { ids, outcomes } = await discovered([connectorOf('often', [{ id: 'one' }]), rare]);
    expect(ids).toEqual(['one', 'rarity']);
    expect(outcomes['paper:Listrare']).toBe('complete');
  });

  test('is not asked where there is nothing but context', async () => {
    const context = connectorOf('grant', [{ id: 'theirs' }], { isContext: () => true });
    expect((await discovered([context, rare])).ids).toEqual(['theirs']);
  });

  test('is asked where something of its own was known before, and not for what others had', async () => {
    const known = (type: string) => ({ knownTypes: async () => new Set([type]) });
    expect((await discovered([setting, rare], known('aws.paper.rare'))).ids).toContain('rarity');
    expect((await discovered([setting, rare], known('aws.paper.setting'))).ids).not.toContain('rarity');
  });

  test('is asked everywhere where somebody wishes so', async () => {
    expect((await discovered([setting, rare], {}, { askRarelyUsed: true })).ids).toContain('rarity');
  });

  test.each(['complete', 'denied'] as const)(
    'leaves the outcome of an operation that somebody else asked: %s',
    async (outcome) => {
      const shared = operation('Listshared');
      const asker = connectorOf('asker', [], {
        operations: { list: [shared] },
        list: async function* (recorder: Paper) {
          recorder.note(shared, outcome);
          yield* [];
        },
      } as Sheet);
      const sharing = connectorOf('sharing', [], { rare: true, operations: { list: [shared] } });
      expect((await discovered([asker, sharing])).outcomes).toEqual({ 'paper:Listshared': outcome });
    },
  );
});

describe('assets that recur', () => {
  const recurs: AssetType['recurs'] = {
    cause: ({ pipeline }) => (typeof pipeline === 'string' ? pipeline : undefined),
    at: ({ madeAt }) => String(madeAt),
  };
  const job = (id: string, pipeline: string | undefined, madeAt: string): Listed => ({
    id,
    ...(pipeline === undefined ? {} : { pipeline }),
    madeAt,
    role: `role-of-${id}`,
  });
  const jobs = [
    job('nightly-2', 'nightly', '2026-06-02'),
    job('nightly-3', 'nightly', '2026-06-03'),
    job('nightly-1', 'nightly', '2026-06-01'),
    job('weekly-1', 'weekly', '2026-06-01'),
    job('by-hand-1', undefined, '2026-06-01'),
    job('by-hand-2', undefined, '2026-06-02'),
  ];
  const reads = {
    type: { recurs },
    relations: ({ role }: JsonObject) => [{ kind: 'assumes', target: String(role) } as const],
  };

  test('are kept once for each cause, the latest, and each where no cause is told', async () => {
    const told: string[] = [];
    const { ids } = await discovered(
      [connectorOf('job', jobs, reads)],
      {},
      { onAsset: ({ id }) => told.push(id) },
    );
    expect(ids).toEqual(['by-hand-1', 'by-hand-2', 'nightly-3', 'weekly-1']);
    expect(told.sort()).toEqual(ids);
  });

  test('refer to others also where they are not kept', async () => {
    const roles: string[] = [];
    const following = connectorOf('role', [], {
      followsReferences: true,
      list: async function* (_recorder: Paper, { references }: Reading) {
        roles.push(...(await references((target) => target.startsWith('role-of-nightly'))));
        yield* [];
      },
    } as Sheet);
    await discovered([following, connectorOf('job', jobs, reads)]);
    expect(roles.sort()).toEqual(['role-of-nightly-1', 'role-of-nightly-2', 'role-of-nightly-3']);
  });
});

describe('an endless list', () => {
  const COUNT = 500;

  /** How many had been listed and not yet read, at most. */
  async function mostWaiting(breaksAt = Number.POSITIVE_INFINITY) {
    const list = operation('ListEndless');
    const [counts, listed] = [{ listed: 0, read: 0, most: 0, atOnce: 0, reading: 0 }, list];
    const endless = connectorOf('endless', [], {
      operations: { list: [listed], read: [operation('Read')] },
      list: async function* (recorder: Paper) {
        recorder.note(list, 'complete');
        for (let at = 0; at < COUNT; at++) {
          if (at === breaksAt) recorder.fail(list, 'throttled', 'on paper');
          counts.listed += 1;
          counts.most = Math.max(counts.most, counts.listed - counts.read);
          yield { id: String(at) };
        }
      },
      read: async (_recorder: Paper, summary: Listed) => {
        counts.reading += 1;
        counts.atOnce = Math.max(counts.atOnce, counts.reading);
        await new Promise((resolve) => setImmediate(resolve));
        counts.reading -= 1;
        counts.read += 1;
        return summary;
      },
    } as Sheet);
    return { ...(await discovered([endless])), ...counts };
  }

  test('is read on only as fast as its assets are, eight at once', async () => {
    const { ids, most, atOnce } = await mostWaiting();
    expect(ids).toHaveLength(COUNT);
    expect(most).toBeLessThanOrEqual(65);
    expect(atOnce).toBe(8);
  });

  test('that breaks off still gives what it had listed', async () => {
    const { ids, outcomes } = await mostWaiting(100);
    expect(ids).toHaveLength(100);
    expect(outcomes['paper:ListEndless']).toBe('throttled');
  });
});

test('a dozen connectors are read at once, however many there are', async () => {
  const running = { now: 0, most: 0 };
  const slow = (at: number) =>
    connectorOf(`slow${at}`, [], {
      list: async function* () {
        running.now += 1;
        running.most = Math.max(running.most, running.now);
        await new Promise((resolve) => setImmediate(resolve));
        running.now -= 1;
        yield { id: `asset-${at}` };
      },
    } as Sheet);
  const { ids } = await discovered(Array.from({ length: 40 }, (_, at) => slow(at)));
  expect(ids).toHaveLength(40);
  expect(running.most).toBe(12);
});

describe('what sums up', () => {
  async function sumOf(types: readonly string[], connectors: readonly Connector<Paper, Listed>[]) {
    const seen: { found: Found[]; all: number | undefined } = { found: [], all: undefined };
    const summary = connectorOf('sum', [], {
      summarizes: true,
      isSetting: true,
      list: async function* (_recorder: Paper, { found, foundInAll }: Reading) {
        seen.found = types.flatMap((type) => found?.(type) ?? []);
        seen.all = foundInAll?.();
        yield* [];
      },
    } as Sheet);
    await discovered([summary, ...connectors]);
    return seen;
  }
  const ids = ({ assets }: Found) => assets.map(({ id }) => id);

  test('sees all of a type that was read whole', async () => {
    const { found } = await sumOf(['aws.paper.agent'], [connectorOf('agent', [{ id: 'a' }, { id: 'b' }])]);
    expect(found.map((each) => [ids(each), each.unread])).toEqual([[['a', 'b'], undefined]]);
  });

  test('sees what there is, and that it may not be all, where a list failed', async () => {
    const { found } = await sumOf(
      ['aws.paper.agent'],
      [connectorOf('agent', [{ id: 'a' }], { outcome: 'denied' })],
    );
    expect(found.map(ids)).toEqual([['a']]);
    expect(found[0]?.unread).toEqual({
      $unread: { operation: 'paper:Listagent', outcome: 'denied', permission: 'paper:Listagent' },
    });
  });

  test('sees all where what stands in for the list was read', async () => {
    const [search, other] = [operation('Search'), operation('ListOther')];
    const standIn = (outcome: Outcome) =>
      connectorOf('agent', [], {
        operations: { list: [{ ...search, orElse: [other] }] },
        list: async function* (recorder: Paper) {
          recorder.note(search, 'denied');
          recorder.note(other, outcome);
          yield { id: 'a' };
        },
      } as Sheet);
    expect((await sumOf(['aws.paper.agent'], [standIn('complete')])).found[0]?.unread).toBeUndefined();
    expect((await sumOf(['aws.paper.agent'], [standIn('failed')])).found[0]?.unread).toMatchObject({
      $unread: { operation: 'paper:Search', outcome: 'denied' },
    });
  });

  test('sees that a rare service was not asked, and that nobody reads a type', async () => {
    const rare = connectorOf('rare', [{ id: 'rarity' }], { rare: true });
    const { found } = await sumOf(['aws.paper.rare', 'aws.paper.unheard-of'], [rare]);
    expect(found).toEqual([
      { assets: [], unread: { $unread: expect.objectContaining({ outcome: 'not-asked' }) } },
      { assets: [], unread: { $unread: expect.objectContaining({ outcome: 'not-asked' }) } },
    ]);
  });

  test('counts neither settings nor what is read because something refers to it', async () => {
    const { all } = await sumOf(
      [],
      [
        connectorOf('agent', [{ id: 'a' }]),
        connectorOf('setting', [{ id: 's' }], { isSetting: true }),
        connectorOf('bucket', [{ id: 'b' }], { followsReferences: true }),
      ],
    );
    expect(all).toBe(1);
  });

  test('counts no context', async () => {
    const grants = connectorOf('grant', [{ id: 'ours' }, { id: 'theirs' }], {
      isContext: ({ id }) => id === 'theirs',
    });
    expect((await sumOf([], [grants])).all).toBe(1);
  });
});
