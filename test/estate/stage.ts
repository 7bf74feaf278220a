import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import type { Finding } from '#shared/model/finding.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import { combinations, techniques } from '#shared/paths/index.ts';
import { enabledChecks } from '#shared/pipeline/enabled-checks.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { type EstateScan, scanEstate } from '#shared/pipeline/scan-estate.ts';
import type { EstateDescription } from './description.ts';
import { type Estate, type EstateOptions, startEstate } from './estate.ts';

/** An estate, a ledger and a clock that a test turns: a fleet on one machine. */
export interface Stage {
  readonly estate: Estate;
  readonly fleet: Fleet;
  /** Scans everything, an hour after the last time; `fresh` as a process that has entered no account yet. */
  scan(options?: { readonly fresh?: boolean }): Promise<EstateScan>;
  findings(): Promise<Finding[]>;
  /** Defects that a scan survived. A test that expects none says so. */
  readonly defects: { readonly where: string; readonly error: unknown }[];
  close(): Promise<void>;
}

const HOUR_MILLISECONDS = 3_600_000;

export interface StageOptions extends EstateOptions {
  /** With techniques and combinations, which take their time. */
  readonly withPaths?: boolean;
}

export async function onStage(
  description: EstateDescription,
  { withPaths = false, ...options }: StageOptions = {},
): Promise<Stage> {
  const estate = await startEstate(description, options);
  const store = await openEmbedded();
  let now = Date.parse('2026-11-22T06:00:00.000Z');
  const clock = () => new Date(now);
  const defects: Stage['defects'] = [];
  const fleet: Fleet = {
    clouds: estate.clouds,
    ledger: openLedger({ ...store, clock }),
    checks: enabledChecks({ checks: {}, governance: DEFAULT_GOVERNANCE }),
    ...(withPaths ? { techniques, combinations } : {}),
    jobHistoryDays: 14,
    ownerTags: ['owner'],
    clock,
    onDefect: (where, error) => defects.push({ where, error }),
  };
  return {
    estate,
    fleet,
    defects,
    scan: ({ fresh = false } = {}) => {
      now += HOUR_MILLISECONDS;
      return scanEstate(fresh ? { ...fleet, clouds: estate.cloudsAnew() } : fleet, {});
    },
    findings: () => Array.fromAsync(fleet.ledger.findings()),
    close: async () => {
      await Promise.all([estate.close(), store.close()]);
    },
  };
}
