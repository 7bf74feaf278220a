import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cloud, Plan } from '#connectors/cloud.ts';
import { handler as rescanResource } from '#functions/rescan-resource.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import { correlate } from '#shared/pipeline/correlate.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { planScan } from '#shared/pipeline/plan-scan.ts';
import { scanEstate } from '#shared/pipeline/scan-estate.ts';
import { scanScope } from '#shared/pipeline/scan-scope.ts';
import { isScanned } from '#shared/pipeline/unscanned.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';
import { contextOf } from '#test/functions/context.ts';

let stage: Stage;
let aws: Fleet;
let hours: number;
beforeEach(async () => {
  stage = await onStage(story);
  hours = 6;
  // One cloud, and a clock of its own: each look is an hour later.
  aws = {
    ...stage.fleet,
    clouds: stage.fleet.clouds.filter(({ provider }) => provider === 'aws'),
    clock: () => new Date(Date.UTC(2026, 10, 22, hours)),
  };
});
afterEach(() => stage.close());

const LEAVING: Scope = { provider: 'aws', account: '444455556666', region: 'eu-central-1' };

const scan = (fleet: Fleet = aws, only?: string[]) => {
  hours += 1;
  return scanEstate(fleet, only ? { only } : {});
};

const planning = (change: (plan: Plan) => Plan): Fleet => ({
  ...aws,
  clouds: aws.clouds.map((cloud): Cloud => ({ ...cloud, plan: async () => change(await cloud.plan()) })),
});
const without = (scope: Scope) =>
  planning(({ scopes, ...plan }) => ({
    ...plan,
    scopes: scopes.filter((each) => scopeKey(each) !== scopeKey(scope)),
  }));

async function lastScanOf(scope: Scope) {
  const [known] = await Array.fromAsync(aws.ledger.scopes({ scope }));
  return known?.scan;
}
const findingsOf = (scope: Scope) => Array.fromAsync(aws.ledger.findings({ scope }));
const spokenOf = (records: readonly Coverage[]) =>
  records.map(({ scope, operation, outcome }) => `${scopeKey(scope)} ${operation} ${outcome}`);

describe('a scope that a scan set out to read and did not', () => {
  async function scanWithout(scope: Scope) {
    hours += 1;
    const plan = await planScan(aws, {});
    for (const each of [...plan.regional, ...plan.global])
      if (scopeKey(each) !== scopeKey(scope)) await scanScope(aws, { ...plan, scope: each });
    return { plan, correlation: await correlate(aws, plan) };
  }

  it('is a gap when the scan closes, even if it has never been read', async () => {
    const { plan, correlation } = await scanWithout(LEAVING);
    expect(spokenOf(correlation.gaps)).toContain('aws/444455556666/eu-central-1 aispm:ScanScope failed');
    expect(correlation.scopes).toBe(plan.regional.length + plan.global.length);
    expect(correlation.changes.map(({ kind, finding }) => `${kind}: ${finding.title}`)).toContain(
      'opened: The scan of aws/444455556666/eu-central-1 did not come to an end: its findings stay as they were',
    );
  });

  it('keeps its findings as they were, and says when they were last seen', async () => {
    await scan();
    const before = await findingsOf(LEAVING);
    const { correlation } = await scanWithout(LEAVING);
    const after = await findingsOf(LEAVING);
    expect(after.filter(({ checkId }) => checkId !== 'aispm.coverage.incomplete')).toEqual(
      before.filter(({ checkId }) => checkId !== 'aispm.coverage.incomplete'),
    );
    expect(before.length).toBeGreaterThan(3);
    // Closed again, as by a retry, it says the same.
    const again = await correlate(aws, { scanId: correlation.scanId, startedAt: aws.clock().toISOString() });
    expect(spokenOf(again.gaps)).toEqual(spokenOf(correlation.gaps));
  });

  it('is no gap any more once it is read', async () => {
    await scanWithout(LEAVING);
    const { changes, correlation } = await scan();
    expect(changes.map(({ kind, finding }) => `${kind} ${finding.discriminator}`)).toContain(
      'resolved aispm:ScanScope',
    );
    expect(spokenOf(correlation.gaps).filter((gap) => gap.includes('ScanScope'))).toEqual([]);
  });
});

describe('a scope that is no longer listed', () => {
  it('is said to be no longer scanned, once; its findings stay, and its gaps are nobody’s any more', async () => {
    stage.estate.faults.set('sagemaker:ListNotebookInstances', { kind: 'denied' });
    await scan();
    stage.estate.faults.clear();
    const open = (await findingsOf(LEAVING)).filter(({ checkId }) => checkId !== 'aispm.coverage.incomplete');
    expect(open.length).toBeGreaterThan(3);

    const smaller = without(LEAVING);
    const { changes, correlation } = await scan(smaller);
    const inIt = changes.filter(({ finding }) => scopeKey(finding.scope) === scopeKey(LEAVING));
    for (const { finding } of inIt) expect(finding.checkId).toBe('aispm.coverage.incomplete');
    expect(inIt.map(({ kind, finding }) => `${kind} ${finding.discriminator}`)).toContain(
      'opened aispm:ScanScope',
    );
    expect(inIt.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    expect(inIt.map(({ kind, finding }) => `${kind} ${finding.discriminator}`)).toContain(
      'resolved sagemaker:ListNotebookInstances',
    );
    expect(correlation.gaps.filter(({ scope }) => scopeKey(scope) === scopeKey(LEAVING))).toEqual([]);
    expect((await lastScanOf(LEAVING))?.coverage).toMatchObject([
      { operation: 'aispm:ScanScope', outcome: 'unavailable', detail: 'no longer scanned' },
    ]);
    const kept = (await findingsOf(LEAVING)).filter(({ checkId }) => checkId !== 'aispm.coverage.incomplete');
    expect(kept).toEqual(open);

    const said = await lastScanOf(LEAVING);
    expect((await scan(smaller)).changes).toEqual([]);
    expect(await lastScanOf(LEAVING)).toEqual(said);
    expect(await isScanned(aws, LEAVING)).toBe(false);
  });

  it('is read again like any other when it comes back', async () => {
    await scan();
    await scan(without(LEAVING));
    const { changes } = await scan();
    expect(changes.map(({ kind, finding }) => `${kind} ${finding.discriminator}`)).toEqual([
      'resolved aispm:ScanScope',
    ]);
    expect(await isScanned(aws, LEAVING)).toBe(true);
  });

  it.each<[string, (scope: Scope) => Promise<unknown>]>([
    ['only some scopes were asked for', () => scan(aws, ['aws/111122223333'])],
    ['another cloud was scanned', () => scan({ ...stage.fleet, clouds: [], clock: aws.clock })],
    [
      'accounts could not all be listed',
      (scope) =>
        scan(
          planning(({ scopes }) => ({
            scopes: scopes.filter((each) => scopeKey(each) !== scopeKey(scope)),
            coverage: [
              {
                scope: { provider: 'aws', account: '111122223333', region: 'estate' },
                operation: 'organizations:ListAccounts',
                outcome: 'throttled',
                permission: 'organizations:ListAccounts',
                calls: 1,
                incomplete: 1,
              },
            ],
          })),
        ),
    ],
    ['no account at all was listed', () => scan(planning(() => ({ scopes: [], coverage: [] })))],
  ])('is not taken to have left where %s', async (_why, scanAnother) => {
    await scan();
    await scanAnother(LEAVING);
    expect(await isScanned(aws, LEAVING)).toBe(true);
    expect(spokenOf((await lastScanOf(LEAVING))?.coverage ?? [])).not.toContainEqual(
      expect.stringContaining('ScanScope'),
    );
  });
});

describe('an account that could not be entered', () => {
  it('has no gap left in any of its scopes once it is entered, in whichever of them the role was asked for', async () => {
    stage.estate.faults.set('sts:AssumeRole', { kind: 'denied' });
    const denied = await scan();
    expect(spokenOf(denied.correlation.gaps)).toContain('aws/444455556666/global sts:AssumeRole denied');
    stage.estate.faults.clear();
    await scan();
    const open = await Array.fromAsync(aws.ledger.findings({ status: 'open' }));
    expect(
      open
        .filter(({ discriminator }) => discriminator === 'sts:AssumeRole')
        .map(({ scope }) => scopeKey(scope)),
    ).toEqual([]);
  });
});

describe('a change in an account or a region that is not scanned', () => {
  const report = (region: string) => ({
    id: `event-${region}`,
    'detail-type': 'AWS API Call via CloudTrail',
    account: '444455556666',
    region,
    detail: {
      eventSource: 'sagemaker.amazonaws.com',
      eventName: 'UpdateNotebookInstance',
      requestParameters: { notebookInstanceName: 'fraud-poc' },
      responseElements: null,
    },
  });
  const deliver = (region: string) =>
    rescanResource.with(aws)(
      { Records: [{ messageId: '1', body: JSON.stringify(report(region)) }] },
      contextOf(),
    );

  it('leaves nothing behind that no scan would ever look at again', async () => {
    await scan();
    const asked = stage.estate.aws?.requests.length;
    expect(await deliver('ap-south-1')).toEqual({ batchItemFailures: [] });
    expect(stage.estate.aws?.requests).toHaveLength(asked ?? -1);
    expect(await lastScanOf({ ...LEAVING, region: 'ap-south-1' })).toBeUndefined();
    expect(await deliver('eu-central-1')).toEqual({ batchItemFailures: [] });
    expect(stage.estate.aws?.requests.length).toBeGreaterThan(asked ?? 0);
  });
});
