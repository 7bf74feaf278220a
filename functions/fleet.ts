import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { checks } from '#shared/checks/index.ts';
import { documentsOf } from '#shared/ledger/documents.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { type Environment, environmentOf } from './environment.ts';

export const fleetOf = ({ config, table }: Environment = environmentOf()): Fleet => ({
  clouds: [],
  ledger: openLedger({ documents: documentsOf(new DynamoDBClient()), table, clock: () => new Date() }),
  checks: checks.filter(({ id }) => !config.checks.disabled?.includes(id)),
  jobHistoryDays: config.trainingJobs.lookBackDays,
  ownerTags: config.ownerTags,
  clock: () => new Date(),
});
