import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, changeBetween, type Finding } from '#shared/model/finding.ts';
import type { Risk } from '#shared/model/risk.ts';
import type { Severity } from '#shared/model/severity.ts';
import { findingRisk } from '#shared/risk/finding-risk.ts';
import type { Nearness } from '#shared/risk/standing.ts';
import { CHECK, hour, rules, scanAt, scope } from './paper-cloud.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore(() => new Date(hour(2)));
  await store.ledger.reconcile(scanAt({ at: 1, notebooks: { a: 'open', b: 'open', c: 'open' } }), rules);
  store.taken();
});
afterEach(() => store.close());

const at =
  (nearness: Nearness) =>
  ({ severity }: Pick<Finding, 'severity'>): Risk =>
    findingRisk({ severity }, { exposure: { nearness, access: 'yes', confidence: 1 }, reach: 'something' });

const findings = () => Array.fromAsync(store.ledger.findings());
const named = async (name: string): Promise<Finding> => {
  const found = (await findings()).find(({ asset }) => asset.name === name);
  if (!found) throw new Error(`there is no finding of ${name}`);
  return found;
};

describe('ranking a scope', () => {
  it('writes the risk of each open finding, and nothing else of it', async () => {
    const before = await named('a');
    expect(await store.ledger.rank(scope, at('outside'))).toEqual({ open: 3, written: 3 });
    expect(await named('a')).toEqual({ ...before, risk: at('outside')(before), version: 2 });
  });

  it('writes nothing the second time', async () => {
    await store.ledger.rank(scope, at('outside'));
    const once = await store.dump();
    store.taken();
    expect(await store.ledger.rank(scope, at('outside'))).toEqual({ open: 3, written: 0 });
    expect(store.taken()).toEqual([]);
    expect(await store.dump()).toEqual(once);
  });

  it('writes only what differs', async () => {
    await store.ledger.rank(scope, at('outside'));
    store.taken();
    const nearer = ({ asset, severity }: Finding) =>
      at(asset.name === 'b' ? 'insider' : 'outside')({ severity });
    expect(await store.ledger.rank(scope, nearer)).toEqual({ open: 3, written: 1 });
    expect(store.taken()).toHaveLength(1);
    expect((await named('b')).risk?.terms.exposure.factor).toBe(0.5);
  });

  it('leaves what stands where nothing is known anew', async () => {
    await store.ledger.rank(scope, at('outside'));
    expect(await store.ledger.rank(scope, () => undefined)).toEqual({ open: 3, written: 0 });
    expect((await named('a')).risk).toEqual(at('outside')({ severity: 'high' }));
  });

  it('passes over what is resolved or suppressed', async () => {
    const { id } = await named('a');
    await store.ledger.suppress(id, { owner: 'Ada', reason: 'a lab', until: hour(5) });
    await store.ledger.reconcile(scanAt({ at: 2, notebooks: { a: 'open', b: 'closed', c: 'open' } }), rules);
    expect(await store.ledger.rank(scope, at('outside'))).toEqual({ open: 1, written: 1 });
    expect((await named('a')).risk).toBeUndefined();
    expect((await named('b')).risk).toBeUndefined();
  });

  it('leaves the table as once would, when three run at once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => store.ledger.rank(scope, at('outside'))));
    expect(results.reduce((sum, { written }) => sum + written, 0)).toBe(3);
    for (const name of ['a', 'b', 'c']) expect((await named(name)).version).toBe(2);
  });

  it('decides again on a finding that somebody else wrote in between', async () => {
    const { id } = await named('a');
    let disturbed = false;
    store.beforePut = async (sortKey) => {
      if (disturbed || !sortKey.endsWith(id)) return;
      disturbed = true;
      await store.ledger.suppress(id, { owner: 'Ada', reason: 'a lab', until: hour(5) });
    };
    expect(await store.ledger.rank(scope, at('outside'))).toEqual({ open: 3, written: 2 });
    expect(disturbed).toBe(true);
    const { status, risk } = await named('a');
    expect({ status, risk }).toEqual({ status: 'suppressed', risk: undefined });
  });

  it('reads a row from before there was a risk', async () => {
    const row = (await store.dump()).find(({ kind }) => kind === 'finding');
    expect(row).toBeDefined();
    expect(row).not.toHaveProperty('risk');
    expect(await findings()).toHaveLength(3);
  });

  it('refuses a row whose risk is none', async () => {
    await store.ledger.rank(scope, at('outside'));
    const row = (await store.dump()).find(({ kind }) => kind === 'finding');
    await store.documents.send(
      new PutCommand({ TableName: store.table, Item: { ...row, risk: { score: 101 } } }),
    );
    await expect(findings()).rejects.toThrow();
  });
});

describe('a risk on record', () => {
  it('is no change that sinks hear of', async () => {
    const before = await named('a');
    await store.ledger.rank(scope, at('outside'));
    expect(changeBetween(before, await named('a'))).toBeUndefined();
  });

  it('survives a scan that sees the same, without a write', async () => {
    await store.ledger.rank(scope, at('outside'));
    const again = scanAt({ at: 2, notebooks: { a: 'open', b: 'open', c: 'open' } });
    const { writes, changes } = await store.ledger.reconcile(again, rules);
    expect({ findings: writes.findings, changes }).toEqual({ findings: 0, changes: [] as Change[] });
    expect((await named('a')).risk?.score).toBe(at('outside')({ severity: 'high' }).score);
  });

  it('follows the severity at once', async () => {
    await store.ledger.rank(scope, at('outside'));
    const severity: Severity = 'low';
    const eased = {
      ...rules,
      checks: (id: string) => {
        const rule = rules.checks(id);
        return rule && id === CHECK ? { ...rule, severity } : rule;
      },
    };
    await store.ledger.reconcile(scanAt({ at: 2, notebooks: { a: 'open', b: 'open', c: 'open' } }), eased);
    const { risk } = await named('a');
    expect(risk).toEqual(at('outside')({ severity }));
  });
});
