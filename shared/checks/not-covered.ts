import type { Peers } from '#shared/model/check.ts';

/** What another tool looks for and no check of ours does, and why. */
export interface NotCovered {
  /** The ids under which it is known, as in {@link Peers}. */
  readonly peers: Peers;
  readonly reason: string;
}

export const notCovered: readonly NotCovered[] = [];
