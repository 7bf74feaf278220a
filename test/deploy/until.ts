import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until there is an answer, and gives it. Throws when there is none in time, with what the last attempt
 * threw as the cause.
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  { seconds, everyMilliseconds = 500 }: { seconds: number; everyMilliseconds?: number },
): Promise<Answer> {
  const deadline = Date.now() + seconds * 1000;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`, { cause });
    await pause(everyMilliseconds);
  }
}
