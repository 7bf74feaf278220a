import type { Reading } from '#connectors/connector.ts';

/** A reading of one subscription that nothing of other regions is known of. */
export const readingOf = (account: string): Reading => ({
  scope: { provider: 'azure', account, region: 'global' },
  startedAt: new Date('2026-11-22T06:00:00Z'),
  jobHistoryDays: 14,
  references: async () => new Set(),
});
