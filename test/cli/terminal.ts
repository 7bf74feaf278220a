import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { Cloud } from '#connectors/cloud.ts';
import { run } from '../../cli/run.ts';
import type { Surroundings } from '../../cli/surroundings.ts';

class Paper extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A terminal with a store of its own, in which one command after another is run. */
export interface Terminal {
  readonly folder: string;
  aispm(...argv: string[]): Promise<Ran>;
  close(): Promise<void>;
}

const noBucket: Surroundings['openBucket'] = async () => {
  throw new Error('no bucket is there');
};

export async function openTerminal(clouds: readonly Cloud[], openBucket = noBucket): Promise<Terminal> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aispm-'));
  return {
    folder,
    aispm: async (...argv) => {
      const [stdout, stderr] = [new Paper(), new Paper()];
      const env = { AISPM_CONFIG: process.env['AISPM_CONFIG_OF_TESTS'] };
      const openClouds = async (_config: unknown, chosen: readonly string[]) =>
        clouds.filter(({ provider }) => chosen.length === 0 || chosen.includes(provider));
      const code = await run(argv, { stdout, stderr, env, clock: () => new Date(), openClouds, openBucket });
      return { code, stdout: stdout.text, stderr: stderr.text };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
