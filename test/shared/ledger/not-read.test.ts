import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '#shared/model/observation.ts';
import { CHECK, DESCRIBE, LIST, NOTEBOOK, record, rules, scanAt, told } from './paper-cloud.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const STAND_IN_LIST = 'sagemaker:ListNotebooksAnotherWay';
const STAND_IN_READ = 'sagemaker:DescribeNotebookAnotherWay';

const withStandIns: typeof rules = {
  ...rules,
  instead: (type, operation) =>
    type === NOTEBOOK && operation === LIST ? [STAND_IN_LIST, STAND_IN_READ] : [],
};

const inventory = async () => (await Array.fromAsync(store.ledger.assets())).map(({ name }) => name).sort();

describe('a list that was refused', () => {
  const refused = (standIns: Observation['coverage']): Observation => {
    const seen = scanAt({ at: 2, notebooks: { b: 'closed' }, not: { [LIST]: 'denied' } });
    return { ...seen, coverage: [...seen.coverage, ...standIns] };
  };

  beforeEach(async () => {
    const seen = scanAt({ at: 1, notebooks: { a: 'open', b: 'open' } });
    await store.ledger.reconcile(seen, withStandIns);
  });

  it('is made up for by what stands in for it: what is gone is gone, what is mended is mended', async () => {
    const standIns = [record(STAND_IN_LIST), record(STAND_IN_READ)];
    const reconciled = await store.ledger.reconcile(refused(standIns), withStandIns);
    expect(told(reconciled)).toEqual([
      'opened aispm.coverage.incomplete aws/111122223333/eu-west-1',
      `resolved ${CHECK} a`,
      `resolved ${CHECK} b`,
    ]);
    expect(await inventory()).toEqual(['b']);
  });

  it.each([
    ['one of them was not read either', [record(STAND_IN_LIST), record(STAND_IN_READ, 'failed')]],
    ['one of them was never called', [record(STAND_IN_LIST)]],
    ['none of them was', []],
  ])('is not made up for where %s', async (_name, standIns) => {
    const reconciled = await store.ledger.reconcile(refused(standIns), withStandIns);
    expect(told(reconciled).filter((change) => change.startsWith('resolved'))).toEqual([]);
    expect(await inventory()).toEqual(['a', 'b']);
  });

  it('is not made up for where nothing is said to stand in for it', async () => {
    const reconciled = await store.ledger.reconcile(
      refused([record(STAND_IN_LIST), record(STAND_IN_READ)]),
      rules,
    );
    expect(told(reconciled).filter((change) => change.startsWith('resolved'))).toEqual([]);
  });
});

describe('a service that was not asked', () => {
  const notAsked = (at: number) => scanAt({ at, not: { [LIST]: 'not-asked', [DESCRIBE]: 'not-asked' } });

  it('keeps its findings and its assets, and is no gap itself', async () => {
    await store.ledger.reconcile(scanAt({ at: 1, notebooks: { a: 'open' } }), rules);
    expect((await store.ledger.reconcile(notAsked(2), rules)).changes).toEqual([]);
    expect(await inventory()).toEqual(['a']);
    expect(await Array.fromAsync(store.ledger.findings({ status: 'open' }))).toMatchObject([
      { checkId: CHECK, status: 'open' },
    ]);
  });

  it('leaves open that it could not be read when it was asked', async () => {
    await store.ledger.reconcile(scanAt({ at: 1, not: { [LIST]: 'denied' } }), rules);
    expect(told(await store.ledger.reconcile(notAsked(2), rules))).toEqual([]);
    expect(told(await store.ledger.reconcile(scanAt({ at: 3 }), rules))).toEqual([
      'resolved aispm.coverage.incomplete aws/111122223333/eu-west-1',
    ]);
  });
});
