import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import type { Observation } from '#shared/model/observation.ts';
import {
  arn,
  CHECK,
  DESCRIBE,
  ESTATE_CHECK,
  estateAt,
  hour,
  LIST,
  NOTEBOOK,
  notebook,
  record,
  rescanAt,
  rules,
  type Sight,
  scanAt,
  scope,
  told,
} from './paper-cloud.ts';
import { countWrites, openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** Reconciles, and holds what the ledger says it wrote equal to what went over the wire. */
async function tell(observation: Observation, rulesNow = rules) {
  store.taken();
  const reconciliation = await store.ledger.reconcile(observation, rulesNow);
  expect(countWrites(store.taken())).toEqual(reconciliation.writes);
  return reconciliation;
}
const scan = (sight: Sight) => tell(scanAt(sight));

async function only(filter: { checkId?: string } = {}): Promise<Finding> {
  const findings = await Array.fromAsync(store.ledger.findings(filter));
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

describe('a finding’s life', () => {
  it('opens once, and an unchanged scan writes the scope’s row and nothing else', async () => {
    const first = await scan({ at: 1, notebooks: { a: 'open', b: 'closed' } });
    expect(told(first)).toEqual([`opened ${CHECK} a`]);
    expect(first.writes).toEqual({ findings: 1, assets: 2, scope: 1, other: 1 });
    expect(first.open).toBe(1);

    const second = await scan({ at: 2, notebooks: { a: 'open', b: 'closed' } });
    expect(second.changes).toEqual([]);
    expect(second.writes).toEqual({ findings: 0, assets: 0, scope: 1, other: 0 });
    expect(await only()).toMatchObject({
      status: 'open',
      owner: 'ml-platform',
      firstSeenAt: hour(1),
      lastSeenAt: hour(2),
      version: 1,
    });
  });

  it('changes with its evidence and severity, whatever order the evidence comes in', async () => {
    const observed = scanAt({ at: 1, notebooks: { a: 'open' } });
    const [verdict] = observed.verdicts;
    if (!verdict) throw new Error('no verdict');
    const more = { path: 'SubnetId', state: 'absent', expected: 'is set' } as const;
    await tell({ ...observed, verdicts: [{ ...verdict, evidence: [...verdict.evidence, more] }] });
    const turned = [{ ...verdict, evidence: [more, ...verdict.evidence] }];
    const same = await tell({ ...observed, scanId: 's2', startedAt: hour(2), verdicts: turned });
    expect(same.writes.findings).toBe(0);

    const changed = await scan({ at: 3, notebooks: { a: 'open' } });
    expect(told(changed)).toEqual([`changed ${CHECK} a`]);

    const critical = { ...rules, checks: (id: string) => withSeverity(id, 'critical') };
    const worse = await tell(scanAt({ at: 4, notebooks: { a: 'open' } }), critical);
    expect(worse.changes).toMatchObject([{ kind: 'changed', previousSeverity: 'high' }]);
    expect(await only()).toMatchObject({ worsenedAt: hour(4), firstSeenAt: hour(1), openedAt: hour(1) });
  });

  const withSeverity = (id: string, severity: 'critical') => {
    const rule = rules.checks(id);
    return rule && { ...rule, severity };
  };

  it('keeps the owner up to date without news', async () => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    const moved = await tell(scanAt({ at: 2, notebooks: { a: 'open' } }), { ...rules, owner: () => 'risk' });
    expect(moved.changes).toEqual([]);
    expect(moved.writes.findings).toBe(1);
    expect(await only()).toMatchObject({ owner: 'risk', changedAt: hour(1) });
  });

  it.each([
    ['fixed', 'closed', 'passed'],
    ['no longer concerned', 'irrelevant', 'not-applicable'],
    ['deleted', undefined, 'asset-gone'],
  ] as const)('is resolved once when the asset is %s', async (_what, state, resolution) => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    await scan({ at: 2, notebooks: { a: 'open' } });
    const notebooks = state ? { a: state } : {};
    const fixed = await scan({ at: 3, notebooks });
    expect(told(fixed)).toEqual([`resolved ${CHECK} a`]);
    expect(fixed.open).toBe(0);
    expect(await only()).toMatchObject({ resolution, resolvedAt: hour(3), lastSeenAt: hour(2), version: 2 });
    const again = await scan({ at: 4, notebooks });
    expect(again.changes).toEqual([]);
    expect(again.writes).toEqual({ findings: 0, assets: 0, scope: 1, other: 0 });
    expect(await only()).toMatchObject({ lastSeenAt: hour(2) });
  });

  it('is resolved as retired when its check is gone', async () => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    const retired = await tell(
      { ...scanAt({ at: 2, notebooks: { a: 'open' } }), verdicts: [] },
      { ...rules, checks: () => undefined },
    );
    expect(told(retired)).toEqual([`resolved ${CHECK} a`]);
    expect(await only()).toMatchObject({ resolution: 'check-retired' });
  });

  it('keeps first seen when it is reopened', async () => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    await scan({ at: 2, notebooks: { a: 'closed' } });
    const back = await scan({ at: 3, notebooks: { a: 'open' } });
    expect(told(back)).toEqual([`reopened ${CHECK} a`]);
    const finding = await only();
    expect(finding).toMatchObject({ firstSeenAt: hour(1), openedAt: hour(3), reopened: 1, status: 'open' });
    expect(finding).not.toHaveProperty('resolvedAt');
    expect(finding).not.toHaveProperty('resolution');
  });

  it('stays when the verdict is unknown or missing', async () => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    expect((await scan({ at: 2, notebooks: { a: 'unreadable' } })).writes.findings).toBe(0);
    const silent = await tell({ ...scanAt({ at: 3, notebooks: { a: 'closed' } }), verdicts: [] });
    expect(silent.writes.findings).toBe(0);
    expect((await only()).status).toBe('open');
  });
});

describe('coverage', () => {
  const unread = ['denied', 'throttled', 'failed', 'unavailable', 'missing'] as const;

  it.each(unread.flatMap((outcome) => [LIST, DESCRIBE].map((operation) => [outcome, operation] as const)))(
    'resolves nothing when an operation was %s (%s), then resolves on recovery',
    async (outcome, operation) => {
      await scan({ at: 1, notebooks: { fixed: 'open', deleted: 'open' } });
      const blind = await scan({ at: 2, notebooks: { fixed: 'closed' }, not: { [operation]: outcome } });
      expect(told(blind).filter((change) => change.startsWith('resolved'))).toEqual([]);
      const isGap = outcome !== 'unavailable' && outcome !== 'missing';
      expect(blind.open).toBe(isGap ? 3 : 2);
      for await (const finding of store.ledger.findings({ checkId: CHECK }))
        expect(finding).toMatchObject({ status: 'open', lastSeenAt: hour(1) });
      if (operation === LIST) expect(await store.ledger.asset(arn('deleted'), scope)).toBeDefined();

      const recovered = await scan({ at: 3, notebooks: { fixed: 'closed' } });
      expect(told(recovered).filter((change) => change.includes(CHECK))).toEqual([
        `resolved ${CHECK} deleted`,
        `resolved ${CHECK} fixed`,
      ]);
      expect(recovered.open).toBe(0);
    },
  );

  it('makes one finding that names the operation and the permission, and resolves it on recovery', async () => {
    const denied = { [LIST]: 'denied' } as const;
    const first = await scan({ at: 1, not: denied });
    expect(first.changes).toHaveLength(1);
    const finding = await only();
    expect(finding).toMatchObject({
      checkId: 'aispm.coverage.incomplete',
      severity: 'medium',
      title: `${LIST} was denied in aws/111122223333/eu-west-1: grant ${LIST}`,
      asset: { id: `aws/111122223333/eu-west-1#${LIST}`, type: 'aispm.scope' },
      discriminator: LIST,
    });
    expect(JSON.stringify(finding.evidence)).toContain(`${LIST} is granted`);

    expect((await scan({ at: 2, not: denied })).writes.findings).toBe(0);
    expect((await only()).lastSeenAt).toBe(hour(2));
    const throttled = await scan({ at: 3, not: { [LIST]: 'throttled' } });
    expect(throttled.changes.map(({ kind }) => kind)).toEqual(['changed']);
    expect((await scan({ at: 4, not: { [LIST]: 'missing' } })).writes.findings).toBe(0);
    expect((await scan({ at: 5 })).changes.map(({ kind }) => kind)).toEqual(['resolved']);
    expect((await scan({ at: 6, not: { [LIST]: 'unavailable' } })).changes).toEqual([]);
  });

  it('remembers when a check could last be looked at through several blind scans', async () => {
    await scan({ at: 1, notebooks: { a: 'open' } });
    for (const at of [2, 3, 4]) await scan({ at, not: { [LIST]: 'throttled' } });
    expect((await only({ checkId: CHECK })).lastSeenAt).toBe(hour(1));
    await scan({ at: 5, notebooks: { a: 'open' } });
    expect((await only({ checkId: CHECK })).lastSeenAt).toBe(hour(5));
  });

  it('refuses what belongs to another scope', async () => {
    const elsewhere = { ...scope, region: 'us-east-1' };
    const stray = { ...scanAt({ at: 1 }), coverage: [record(LIST, 'complete', elsewhere)] };
    await expect(store.ledger.reconcile(stray, rules)).rejects.toThrow(/another scope/);
    expect(await store.dump()).toEqual([]);
  });
});

describe('reading one asset', () => {
  beforeEach(() => scan({ at: 1, notebooks: { a: 'open', b: 'open' } }));

  it('speaks of that asset only', async () => {
    const fixed = await tell(rescanAt(2, 'a', 'closed'));
    expect(told(fixed)).toEqual([`resolved ${CHECK} a`]);
    expect(fixed.writes).toEqual({ findings: 1, assets: 1, scope: 0, other: 0 });
    expect(fixed.open).toBe(1);
    expect(await store.ledger.asset(arn('b'), scope)).toBeDefined();
  });

  it('takes no verdict on another asset, nor the end of another’s check', async () => {
    const [own] = rescanAt(2, 'a', 'open').verdicts;
    if (!own) throw new Error('no verdict');
    const others = [
      { ...own, assetId: arn('b'), judgement: 'pass' as const },
      { ...own, assetId: arn('c') },
    ];
    const beside = await tell({
      ...rescanAt(2, 'a', 'open'),
      assets: [notebook('a'), notebook('c')],
      verdicts: [own, ...others],
    });
    expect(beside.changes).toEqual([]);
    expect(beside.writes.assets).toBe(0);
    const retired = { ...rules, checks: () => undefined };
    expect(told(await tell({ ...rescanAt(3, 'a', 'open'), verdicts: [] }, retired))).toEqual([
      `resolved ${CHECK} a`,
    ]);
  });

  it('knows it gone only when what it called was complete', async () => {
    for (const coverage of [[record(DESCRIBE, 'throttled')], []]) {
      const blind = await tell(rescanAt(2, 'a', undefined, coverage));
      expect(told(blind).filter((change) => change.startsWith('resolved'))).toEqual([]);
      expect(await store.ledger.asset(arn('a'), scope)).toBeDefined();
    }
    const gone = await tell(rescanAt(3, 'a'));
    expect(told(gone)).toEqual([`resolved ${CHECK} a`]);
    expect(await store.ledger.asset(arn('a'), scope)).toBeUndefined();
  });

  it('does not resolve on a pass when what the check rests on was not read', async () => {
    const half = await tell(rescanAt(2, 'a', 'closed', [record(LIST), record(DESCRIBE, 'failed')]));
    expect(told(half).filter((change) => change.startsWith('resolved'))).toEqual([]);
  });

  it('does not take back that an operation fails for others', async () => {
    await scan({ at: 2, notebooks: { a: 'open', b: 'open' }, not: { [DESCRIBE]: 'throttled' } });
    expect((await tell(rescanAt(3, 'a', 'open'))).changes).toEqual([]);
  });

  it('leaves the last scan of the scope as it was', async () => {
    await tell(rescanAt(2, 'a', 'closed'));
    expect(await Array.fromAsync(store.ledger.scopes())).toMatchObject([{ scan: { scanId: 'scan-1' } }]);
  });
});

describe('judging the estate', () => {
  beforeEach(() => scan({ at: 1, notebooks: { a: 'closed' } }));

  it('opens with the name and owner on record, and writes nothing the second time', async () => {
    const first = await tell(estateAt(1, 'a', 'open'));
    expect(first.writes).toEqual({ findings: 1, assets: 0, scope: 0, other: 0 });
    expect(await only()).toMatchObject({
      checkId: ESTATE_CHECK,
      asset: { name: 'a', type: NOTEBOOK },
      owner: 'ml-platform',
    });
    await scan({ at: 2, notebooks: { a: 'closed' } });
    expect((await tell(estateAt(2, 'a', 'open'))).writes.findings).toBe(0);
    expect((await only()).lastSeenAt).toBe(hour(2));
  });

  it('resolves on an explicit verdict only, and removes no asset', async () => {
    await tell(estateAt(1, 'a', 'open'));
    expect((await tell({ ...estateAt(2, 'a', 'open'), verdicts: [] })).changes).toEqual([]);
    expect((await tell(estateAt(3, 'a', 'unreadable'))).changes).toEqual([]);
    expect(told(await tell(estateAt(4, 'a', 'closed')))).toEqual([`resolved ${ESTATE_CHECK} a`]);
    expect(await store.ledger.asset(arn('a'), scope)).toBeDefined();
  });

  it('leaves it to the scope’s scan to see that the asset is gone', async () => {
    await tell(estateAt(1, 'a', 'open'));
    expect((await scan({ at: 2, notebooks: { a: 'closed' } })).changes).toEqual([]);
    expect((await scan({ at: 3, not: { [LIST]: 'failed' } })).changes).toMatchObject([{ kind: 'opened' }]);
    expect(told(await scan({ at: 4 }))).toContain(`resolved ${ESTATE_CHECK} a`);
  });
});

describe('the inventory', () => {
  it('holds assets as last read, and not those that are gone', async () => {
    await scan({ at: 1, notebooks: { a: 'open', b: 'open' } });
    const next = await scan({ at: 2, notebooks: { a: 'closed' } });
    expect(next.writes.assets).toBe(2);
    expect(await Array.fromAsync(store.ledger.assets())).toEqual([notebook('a', 'closed')]);
    await scan({ at: 3, notebooks: { a: 'closed', b: 'open' } });
    expect(await Array.fromAsync(store.ledger.assets({ type: NOTEBOOK }))).toHaveLength(2);
    expect(await Array.fromAsync(store.ledger.assets({ type: 'aws.s3.bucket' }))).toEqual([]);
  });

  it('takes relations in another order for the same asset', async () => {
    const relations = [
      { kind: 'assumes', target: 'one' },
      { kind: 'attached-to', target: 'two' },
    ] as const;
    await tell({ ...scanAt({ at: 1 }), assets: [{ ...notebook('a'), relations: [...relations] }] });
    const turned = { ...notebook('a'), relations: [...relations].reverse() };
    expect((await tell({ ...scanAt({ at: 2 }), assets: [turned] })).writes.assets).toBe(0);
  });

  it('keeps what is too big, with the part cut away marked as not read', async () => {
    const noise = Array.from({ length: 60_000 }, (_, n) => `${Math.sin(n)}`).join();
    const small = notebook('big');
    const big = { ...small, config: { ...small.config, Noise: noise } };
    const first = await tell({ ...scanAt({ at: 1 }), assets: [big] });
    expect(first.writes.assets).toBe(1);
    const kept = await store.ledger.asset(big.id, scope);
    expect(kept?.config).toMatchObject({ DirectInternetAccess: 'Enabled', Noise: { $unread: {} } });
    expect((await tell({ ...scanAt({ at: 2 }), assets: [big] })).writes.assets).toBe(0);
    const other = { ...big, config: { ...big.config, Noise: `${noise}.` } };
    expect((await tell({ ...scanAt({ at: 3 }), assets: [other] })).writes.assets).toBe(1);
  });

  it('reads on past a page of DynamoDB', async () => {
    const noise = Array.from({ length: 3_000 }, (_, n) => `${Math.sin(n)}`).join();
    const assets = Array.from({ length: 60 }, (_, n) => ({ ...notebook(`n${n}`), config: { noise, n } }));
    await tell({ ...scanAt({ at: 1 }), assets });
    expect((await tell({ ...scanAt({ at: 2 }), assets })).writes.assets).toBe(0);
    expect(await Array.fromAsync(store.ledger.assets())).toHaveLength(60);
  });
});
