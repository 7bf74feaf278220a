import type { JsonObject } from '#shared/model/json.ts';

/** The kinds of harm that a content filter tells by severity: allowed values of Azure Policy 930f48f9. */
export const HARMS = ['Hate', 'Sexual', 'Violence', 'Selfharm'] as const;

/** For examples: what blocks every harm in what is asked and in what is answered. */
export const everyHarmBlocked = (severityThreshold: string): JsonObject[] =>
  HARMS.flatMap((name) =>
    ['Prompt', 'Completion'].map((source) => ({
      name,
      source,
      enabled: true,
      blocking: true,
      severityThreshold,
    })),
  );
