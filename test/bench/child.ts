import { fork } from 'node:child_process';
import { once } from 'node:events';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A module of this folder at work in a process of its own, so that its memory and time are its own. */
export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  end(): Promise<void>;
}

/** Starts `./<module>`, or a file by its path, which answers by {@link answering}; `execArgv` goes to Node. */
export function startChild<Question, Answer>(
  module: string,
  execArgv: readonly string[] = [],
): Child<Question, Answer> {
  const child = fork(isAbsolute(module) ? module : fileURLToPath(new URL(module, import.meta.url)), {
    execArgv: [...process.execArgv, ...execArgv],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  return {
    async ask(question) {
      child.send({ question });
      const reply: unknown = await Promise.race([
        once(child, 'message').then(([message]) => message),
        ended.then(([code]) => {
          throw new Error(`${module} ended with ${code} before it answered`);
        }),
      ]);
      if (typeof reply !== 'object' || reply === null || !('answer' in reply))
        throw new Error(`${module} failed: ${JSON.stringify(reply)}`);
      return reply.answer as Answer;
    },
    async end() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Processor time of this process since this was last asked. */
export function cpuSecondsSpent(): number {
  const { user, system } = process.cpuUsage();
  const total = (user + system) / 1e6;
  const spent = total - told;
  told = total;
  return spent;
}
let told = 0;

/** What the module does with a question; it ends by itself once the parent has let go of it and `close` is done. */
export function answering<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  close: () => Promise<void> = async () => undefined,
): void {
  process.on('message', ({ question }: { question: Question }) => {
    answer(question).then(
      (given) => process.send?.({ answer: given }),
      (error: unknown) => {
        process.send?.({ error: error instanceof Error ? error.stack : String(error) });
      },
    );
  });
  process.on('disconnect', () => {
    close().then(() => process.exit());
  });
}
