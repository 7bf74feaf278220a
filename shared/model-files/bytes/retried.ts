import { setTimeout as sleep } from 'node:timers/promises';
import { SourceUnreadable } from './byte-source.ts';

/** Something that may go well a moment later: a server that is busy, a connection that broke. */
export class Transient extends Error {
  override readonly name = 'Transient';
  readonly waitMilliseconds: number | undefined;

  /** `waitMilliseconds`: for how long the server asks to wait. */
  constructor(message: string, waitMilliseconds?: number) {
    super(message);
    this.waitMilliseconds = waitMilliseconds;
  }
}

export interface Retrying {
  readonly attempts?: number;
  /** Before the second attempt; twice as long before each one after that. */
  readonly waitMilliseconds?: number;
}

const ATTEMPTS = 4;
const WAIT_MILLISECONDS = 250;
/** A server that asks for longer is not waited for. */
const LONGEST_WAIT_MILLISECONDS = 5_000;

/** Tries again after a {@link Transient}, a bounded number of times, and then throws {@link SourceUnreadable}. */
export async function retried<Result>(
  attempt: () => Promise<Result>,
  { attempts = ATTEMPTS, waitMilliseconds = WAIT_MILLISECONDS }: Retrying = {},
): Promise<Result> {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Transient)) throw error;
      const wait = error.waitMilliseconds ?? waitMilliseconds * 2 ** (made - 1);
      if (made >= attempts || wait > LONGEST_WAIT_MILLISECONDS)
        throw new SourceUnreadable(`${error.message}, ${made} ${made === 1 ? 'time' : 'times'} in a row`);
      await sleep(wait);
    }
  }
}
