import type { Decision } from '#shared/access/decision.ts';
import type { Scenario } from '#test/shared/access/aws/scenario.ts';

/** Where we and the oracle rightly differ. */
export interface Divergence {
  readonly name: string;
  /** What AWS says, and where. */
  readonly page: string;
  readonly because: string;
  readonly explains: (scenario: Scenario, ours: Decision) => boolean;
}

export const divergences: readonly Divergence[] = [];
