import { LimitReached } from './byte-source.ts';

/** What one inspection may take. */
export interface Limits {
  /** Transferred from where the file lies. */
  readonly bytes: number;
  /** Made out of what was transferred: decompressed, decoded. */
  readonly expandedBytes: number;
  readonly milliseconds: number;
  /** Of archives within archives. */
  readonly depth: number;
  /** Members of all archives together. */
  readonly members: number;
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 512 * 1024 * 1024,
  expandedBytes: 1024 * 1024 * 1024,
  milliseconds: 60_000,
  depth: 6,
  members: 20_000,
};

/** Counts what an inspection has taken. Every count throws {@link LimitReached} where it goes beyond. */
export class Spending {
  readonly limits: Limits;
  bytes = 0;
  expandedBytes = 0;
  members = 0;
  readonly #deadline: number;
  readonly #now: () => number;

  constructor(limits: Limits, now: () => number = () => performance.now()) {
    this.limits = limits;
    this.#now = now;
    this.#deadline = now() + limits.milliseconds;
  }

  transfer(bytes: number): void {
    this.inTime();
    if (this.bytes + bytes > this.limits.bytes)
      throw new LimitReached(`more than ${this.limits.bytes} bytes would be read`);
    this.bytes += bytes;
  }

  expand(bytes: number): void {
    this.inTime();
    this.expandedBytes += bytes;
    if (this.expandedBytes > this.limits.expandedBytes)
      throw new LimitReached(`more than ${this.limits.expandedBytes} bytes come out of what is compressed`);
  }

  member(): void {
    this.inTime();
    this.members += 1;
    if (this.members > this.limits.members)
      throw new LimitReached(`there are more than ${this.limits.members} members in archives`);
  }

  /** To be asked in every loop that a file decides the length of. */
  inTime(): void {
    if (this.#now() > this.#deadline)
      throw new LimitReached(`it takes longer than ${this.limits.milliseconds / 1000} s`);
  }
}
