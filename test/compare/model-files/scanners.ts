import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { openLocalFile } from '#shared/model-files/bytes/local-file.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { run } from '../../deploy/run-command.ts';

export const PEERS = {
  picklescan: 'picklescan==1.0.5',
  modelscan: 'modelscan==0.8.8',
  fickling: 'fickling==0.1.12',
  modelaudit: 'modelaudit==0.2.54',
} as const;
export type Peer = keyof typeof PEERS;

const Answer = z.object({
  path: z.string(),
  /** `weak`: something that makes no exit code. `skipped`: of no kind that the scanner looks into. */
  verdict: z.enum(['flagged', 'weak', 'clean', 'error', 'skipped']),
  seconds: z.number(),
});
/** What a scanner says of a file, and how long it took, by the clock of its own process. */
export type Answer = z.infer<typeof Answer>;

/** A process that is loaded and waits for files. */
export interface Scanner {
  ask(files: readonly string[]): Promise<Answer[]>;
  end(): void;
}

export const CACHE = join(import.meta.dirname, '../../../.cache');
const VENV = join(CACHE, 'peers-venv');

/** Where a program of the peers lies, `python` among them. Installs them once. */
export async function installedPeers(): Promise<(program: string) => string> {
  const program = (name: string): string => join(VENV, 'bin', name);
  const stamp = join(VENV, 'requirements.txt');
  const wanted = Object.values(PEERS).join('\n');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return program;
  mkdirSync(CACHE, { recursive: true });
  await run(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', VENV]);
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  await run(program('python'), [...install, ...Object.values(PEERS)]);
  writeFileSync(stamp, wanted);
  return program;
}

export function startPeer(python: string, peer: Peer): Scanner {
  const child = spawn(python, [join(import.meta.dirname, 'peers.py'), peer], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(files) {
      child.stdin.write(`${files.join('\n')}\n`);
      const answers: Answer[] = [];
      while (answers.length < files.length) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`${peer} ended after ${answers.length} files of ${files.length}`);
        answers.push(Answer.parse(JSON.parse(value)));
      }
      return answers;
    },
    end: () => child.stdin.end(),
  };
}

function verdictOf({ verdict, status }: Inspection): Answer['verdict'] {
  if (verdict === 'dangerous') return 'flagged';
  if (verdict === 'clean') return 'clean';
  return status === 'complete' ? 'weak' : 'error';
}

/** This scanner, in this process. */
export const ours: Scanner = {
  async ask(files) {
    const answers: Answer[] = [];
    for (const path of files) {
      const begin = performance.now();
      const source = await openLocalFile(path);
      const inspection = await inspectModelFile(source);
      await source.close();
      const seconds = (performance.now() - begin) / 1000;
      answers.push({ path, verdict: verdictOf(inspection), seconds });
    }
    return answers;
  },
  end: () => {},
};
