import { afterAll, describe, expect, it } from 'vitest';
import type { Cloud } from '#connectors/cloud.ts';
import { handler as correlate } from '#functions/correlate.ts';
import { handler as planScan } from '#functions/plan-scan.ts';
import { handler as scanScope } from '#functions/scan-scope.ts';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { contextOf } from './context.ts';

const store = await openEmbedded();
afterAll(() => store.close());

const scopesOf = (accounts: number): Scope[] =>
  Array.from({ length: accounts }, (_, index) => String(100_000_000_000 + index)).flatMap((account) =>
    ['eu-west-1', 'us-east-1', 'global'].map((region): Scope => ({ provider: 'aws', account, region })),
  );

/** Accounts in which there is nothing, all of it read. */
function fleetOf(accounts: number): Fleet {
  const empty: Cloud = {
    provider: 'aws',
    connectors: [],
    plan: async () => ({ scopes: scopesOf(accounts), coverage: [] }),
    discover: async () => ({ assets: [], coverage: [] }),
    rediscover: async () => ({ assets: [], coverage: [] }),
  };
  const clock = () => new Date();
  return {
    clouds: [empty],
    ledger: openLedger({ ...store, clock }),
    checks: [],
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
  };
}

interface Plan {
  readonly scanId: string;
  readonly startedAt: string;
  readonly regional: readonly string[];
  readonly global: readonly string[];
}

describe('a scan, function by function', () => {
  it('is planned, scanned scope by scope and closed, each answer small', async () => {
    const fleet = fleetOf(1);
    const plan = (await planScan.with(fleet)({ trigger: 'schedule' }, contextOf())) as Plan;
    expect(plan.regional).toEqual(['aws/100000000000/eu-west-1', 'aws/100000000000/us-east-1']);
    expect(plan.global).toEqual(['aws/100000000000/global']);
    const { scanId, startedAt } = plan;
    for (const scope of [...plan.regional, ...plan.global])
      expect(await scanScope.with(fleet)({ scanId, startedAt, scope }, contextOf())).toMatchObject({
        assets: 0,
        gaps: 0,
      });
    const details: unknown[] = [];
    const bus = {
      busName: 'aispm',
      client: {
        send: async ({
          input,
        }: {
          input: { Entries?: { DetailType?: string | undefined }[] | undefined };
        }) => {
          details.push(...(input.Entries ?? []).map(({ DetailType }) => DetailType));
          return { $metadata: {}, Entries: [{ EventId: '1' }] };
        },
      },
    };
    expect(await correlate.with({ fleet, bus })({ scanId, startedAt }, contextOf())).toMatchObject({
      scanId,
      scopes: 3,
    });
    expect(details).toEqual(['Scan Completed']);
    expect((await fleet.ledger.scans())[0]).toMatchObject({ scanId, closedAt: expect.any(String) });
  });

  it('refuses a plan that no state of the workflow holds, and says what to do', async () => {
    await expect(planScan.with(fleetOf(4000))({ trigger: 'manual' }, contextOf())).rejects.toThrow(
      /12000 scopes are more than one scan holds.*name fewer regions/,
    );
  });
});
