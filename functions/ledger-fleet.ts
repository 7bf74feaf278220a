import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { jobHistoryDaysOf } from '#shared/config/schema.ts';
import { documentsOf } from '#shared/ledger/documents.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import { enabledChecks, enabledCombinations, enabledTechniques } from '#shared/pipeline/enabled-checks.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { type Environment, environmentOf } from './environment.ts';
import { logTo, toStandardOutput } from './middleware/log.ts';

const clock = () => new Date();

/** What the deployed fleet remembers and judges by; it reaches no cloud. */
export function ledgerFleet({ config, table }: Environment = environmentOf()): Fleet {
  const log = logTo(toStandardOutput);
  return {
    clouds: [],
    ledger: openLedger({ documents: documentsOf(new DynamoDBClient()), table, clock }),
    checks: enabledChecks(config),
    techniques: enabledTechniques(config),
    combinations: enabledCombinations(config),
    jobHistoryDays: jobHistoryDaysOf(config),
    ownerTags: config.ownerTags,
    clock,
    onDefect: (where, error) => log.error('defect', { where, error }),
  };
}
