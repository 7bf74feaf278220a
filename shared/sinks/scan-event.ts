import type { Coverage } from '#shared/model/coverage.ts';
import type { Instant } from '#shared/model/finding.ts';
import type { Severity } from '#shared/model/severity.ts';
import { type AispmEvent, SCHEMA_VERSION } from './events.ts';

export interface ClosedScan {
  readonly scanId: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly scopes: number;
  readonly assets: number;
  readonly open: Readonly<Record<Severity, number>>;
  /** What did not come back whole. */
  readonly gaps: readonly Coverage[];
}

/** How a scan ended, as an event: completed, or incomplete with what to grant. */
export function scanEvent({ open, gaps, ...scan }: ClosedScan): AispmEvent {
  const isComplete = gaps.length === 0;
  return {
    detailType: isComplete ? 'Scan Completed' : 'Scan Incomplete',
    time: scan.finishedAt,
    detail: {
      schemaVersion: SCHEMA_VERSION,
      changeId: `${scan.scanId}.${isComplete ? 'completed' : 'incomplete'}`,
      ...scan,
      openFindings: { ...open },
      gaps: gaps.map(({ scope, operation, outcome, permission }) => ({
        scope,
        operation,
        outcome,
        permission,
      })),
      gapsOmitted: 0,
    },
  };
}
