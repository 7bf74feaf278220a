import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Scope } from '#shared/model/scope.ts';
import { arn, CHECK, hour, LIST, notebook, rules, scanAt, scope } from './paper-cloud.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const elsewhere: Scope = { ...scope, region: 'us-east-1' };
const project: Scope = { provider: 'gcp', account: 'ml-prod', region: 'europe-west4' };

async function fillThreeScopes(): Promise<void> {
  await store.ledger.reconcile(scanAt({ at: 1, notebooks: { a: 'open', b: 'closed' } }), rules);
  await store.ledger.reconcile(
    scanAt({ at: 2, notebooks: { c: 'open' }, not: { [LIST]: 'denied' }, where: elsewhere }),
    rules,
  );
  await store.ledger.reconcile(scanAt({ at: 3, notebooks: { d: 'open' }, where: project }), rules);
}

describe('reading findings', () => {
  const named = async (filter: Parameters<TestStore['ledger']['findings']>[0]) =>
    (await Array.fromAsync(store.ledger.findings(filter))).map(({ asset }) => asset.name).sort();

  it('filters by scope, provider, account, status, severity and check', async () => {
    await fillThreeScopes();
    const denied = 'aws/111122223333/us-east-1';
    expect(await named({})).toEqual(['a', denied, 'c', 'd']);
    expect(await named({ scope })).toEqual(['a']);
    expect(await named({ provider: 'gcp' })).toEqual(['d']);
    expect(await named({ account: '111122223333' })).toEqual(['a', denied, 'c']);
    expect(await named({ status: 'resolved' })).toEqual([]);
    expect(await named({ atLeast: 'high' })).toEqual(['a', 'c', 'd']);
    expect(await named({ atLeast: 'critical' })).toEqual([]);
    expect(await named({ checkId: 'aispm.coverage.incomplete' })).toEqual([denied]);
  });

  it('finds one by id or by its beginning, in any scope', async () => {
    await fillThreeScopes();
    for await (const finding of store.ledger.findings()) {
      expect(await store.ledger.finding(finding.id)).toEqual(finding);
      expect(await store.ledger.finding(finding.id.slice(0, 8))).toEqual(finding);
      expect(await store.ledger.finding(finding.id, finding.scope)).toEqual(finding);
    }
    expect(await store.ledger.finding('00000000')).toBeUndefined();
    await expect(store.ledger.finding('g'.repeat(40))).rejects.toMatchObject({ reason: 'not-an-id' });
  });

  it('refuses a beginning that several share', async () => {
    // The same asset id in two scopes gives the same finding id in both.
    await store.ledger.reconcile(scanAt({ at: 1, notebooks: { a: 'open' } }), rules);
    await store.ledger.reconcile(scanAt({ at: 1, notebooks: { a: 'open' }, where: elsewhere }), rules);
    const [finding] = await Array.fromAsync(store.ledger.findings({ scope }));
    await expect(store.ledger.finding(finding?.id ?? '')).rejects.toMatchObject({
      reason: 'ambiguous-prefix',
    });
    expect((await store.ledger.finding(finding?.id ?? '', elsewhere))?.scope).toEqual(elsewhere);
  });

  it('reads many scopes in order, and can be left early', async () => {
    for (let n = 10; n < 40; n += 1)
      await store.ledger.reconcile(
        scanAt({ at: 1, notebooks: { [`n${n}`]: 'open' }, where: { ...scope, region: `region-${n}` } }),
        rules,
      );
    const regions: string[] = [];
    for await (const finding of store.ledger.findings()) regions.push(finding.scope.region);
    expect(regions).toEqual(Array.from({ length: 30 }, (_, n) => `region-${n + 10}`));
    for await (const finding of store.ledger.findings()) {
      expect(finding.scope.region).toBe('region-10');
      break;
    }
  });

  it('shortens evidence that no sink could carry, and tells long values apart', async () => {
    const observed = scanAt({ at: 1, notebooks: { a: 'open' } });
    const withFound = (found: string, pieces: number) => ({
      ...observed,
      verdicts: observed.verdicts.map((verdict) => ({
        ...verdict,
        evidence: Array.from({ length: pieces }, (_, n) => ({
          path: `Policy[${n}]`,
          state: 'read' as const,
          found,
          expected: 'names a principal',
        })),
      })),
    });
    await store.ledger.reconcile(withFound('x'.repeat(5_000), 500), rules);
    const [finding] = await Array.fromAsync(store.ledger.findings());
    expect(JSON.stringify(finding).length).toBeLessThan(80_000);
    expect(finding?.evidence.at(-1)?.note).toMatch(/more pieces of evidence, sha256/);
    const same = await store.ledger.reconcile(withFound('x'.repeat(5_000), 500), rules);
    expect(same.writes.findings).toBe(0);
    const other = await store.ledger.reconcile(withFound(`${'x'.repeat(4_999)}y`, 500), rules);
    expect(other.changes.map(({ kind }) => kind)).toEqual(['changed']);
    const hushed = await store.ledger.suppress(finding?.id ?? '', {
      owner: 'A',
      reason: 'B',
      until: hour(20),
    });
    expect(hushed.finding.evidence).toEqual(other.changes[0]?.finding.evidence);
  });
});

describe('reading the rest', () => {
  it('gives the last scan of each scope with its coverage', async () => {
    await fillThreeScopes();
    const scans = await Array.fromAsync(store.ledger.scopes({ provider: 'aws' }));
    expect(scans).toMatchObject([
      { scope, scan: { scanId: 'scan-1', assets: 2, verdicts: { fail: 1, pass: 1 } } },
      { scope: elsewhere, scan: { scanId: 'scan-2', startedAt: hour(2) } },
    ]);
    expect(scans[1]?.scan?.coverage).toEqual(
      scanAt({ at: 2, not: { [LIST]: 'denied' }, where: elsewhere }).coverage,
    );
  });

  it('collects what the assets of an account refer to, in all its regions', async () => {
    const referring = (where: Scope, target: string) => ({
      ...scanAt({ at: 1, where }),
      assets: [{ ...notebook('a', 'open', where), relations: [{ kind: 'reads-from' as const, target }] }],
    });
    await store.ledger.reconcile(referring(scope, 'arn:aws:s3:::one'), rules);
    await store.ledger.reconcile(referring(elsewhere, 'arn:aws:s3:::two'), rules);
    await store.ledger.reconcile(
      referring({ ...scope, account: '444455556666' }, 'arn:aws:s3:::three'),
      rules,
    );
    expect(await store.ledger.references(scope)).toEqual(new Set(['arn:aws:s3:::one', 'arn:aws:s3:::two']));
    expect(await store.ledger.references(scope, (target) => target.endsWith('two'))).toEqual(
      new Set(['arn:aws:s3:::two']),
    );
    expect(await store.ledger.asset(arn('a'), project)).toBeUndefined();
  });

  it('records runs: begun once, ended once, the newest first', async () => {
    const begun = await store.ledger.startScan({ scanId: 'one', startedAt: hour(1), scopes: 3 });
    expect(await store.ledger.startScan({ scanId: 'one', startedAt: hour(9), scopes: 9 })).toEqual(begun);
    await store.ledger.startScan({ scanId: 'two', startedAt: hour(2), scopes: 3 });
    const closed = await store.ledger.closeScan('one', { opened: 5 });
    expect(closed).toMatchObject({ totals: { opened: 5 }, closedAt: hour(12) });
    expect(await store.ledger.closeScan('one', { opened: 7 })).toEqual(closed);
    expect((await store.ledger.scans()).map(({ scanId, closedAt }) => [scanId, closedAt])).toEqual([
      ['two', undefined],
      ['one', hour(12)],
    ]);
    await expect(store.ledger.closeScan('none', {})).rejects.toMatchObject({ reason: 'unknown-scan' });
  });

  it('keeps the records of others: put once, rewritten by version, listed by finding', async () => {
    const Plan = z.strictObject({
      id: z.string(),
      findingId: z.string(),
      version: z.int(),
      step: z.enum(['planned', 'approved']),
    });
    const plans = store.ledger.records('remediation', Plan);
    const plan = { id: 'p1', findingId: 'f1', version: 1, step: 'planned' } as const;
    expect(await plans.putIfAbsent(plan)).toBe(true);
    expect(await plans.putIfAbsent({ ...plan, step: 'approved' })).toBe(false);
    expect(await plans.get('p1')).toEqual(plan);
    expect(await plans.get('p2')).toBeUndefined();
    const approved = { ...plan, version: 2, step: 'approved' } as const;
    const raced = await Promise.all([plans.update(approved), plans.update(approved)]);
    expect(raced.sort()).toEqual([false, true]);
    expect(await plans.get('p1')).toEqual(approved);
    await plans.putIfAbsent({ ...plan, id: 'p2', findingId: 'f2' });
    expect(await Array.fromAsync(plans.ofFinding('f1'))).toEqual([approved]);
    expect(await Array.fromAsync(plans.all())).toHaveLength(2);
    expect(await Array.fromAsync(store.ledger.records('other', Plan).all())).toEqual([]);
  });
});

describe('what it costs', () => {
  it('tells the units of every request: one write unit per small row', async () => {
    const writeUnits = () =>
      store.consumed.splice(0).reduce((sum, { access, units }) => sum + (access === 'write' ? units : 0), 0);
    const notebooks = { a: 'open', b: 'closed' } as const;
    await store.ledger.reconcile(scanAt({ at: 1, notebooks }), rules);
    // The scope, that it is known, two assets, and a finding of somewhat over 1 KiB.
    expect(writeUnits()).toBeLessThanOrEqual(6);
    await store.ledger.reconcile(scanAt({ at: 2, notebooks }), rules);
    expect(writeUnits()).toBe(1);
    await Array.fromAsync(store.ledger.findings({ checkId: CHECK }));
    expect(store.consumed.length).toBeGreaterThan(0);
    expect(writeUnits()).toBe(0);
  });
});
