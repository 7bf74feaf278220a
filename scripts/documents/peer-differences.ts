/** A verdict that Prowler and aispm do not share in `npm run compare`, and why. */
export interface Difference {
  /** Prowler’s check id. */
  readonly prowler: string;
  /** Ours; absent where we have none that speaks of the same asset. */
  readonly aispm?: string;
  readonly because: string;
}

export const differences: readonly Difference[] = [];
