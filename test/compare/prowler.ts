import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { run } from '../deploy/run-command.ts';
import { REGION } from './estate.ts';

/** What of Prowler’s OCSF output is compared. */
const Finding = z.looseObject({
  status_code: z.string(),
  metadata: z.looseObject({ event_code: z.string() }),
  resources: z.array(z.looseObject({ uid: z.string(), name: z.string() })),
  message: z.string(),
});
export type ProwlerFinding = z.infer<typeof Finding>;

export interface ProwlerRun {
  readonly checks: number;
  readonly seconds: number;
  readonly findings: readonly ProwlerFinding[];
}

/** Runs every check that Prowler files under generative AI against the endpoint. */
export async function runProwler(bin: string, endpoint: string, folder: string): Promise<ProwlerRun> {
  const started = performance.now();
  const output = await run(
    join(bin, 'prowler'),
    [
      'aws',
      ...['--category', 'gen-ai'],
      ...['-f', REGION],
      ...['--output-formats', 'json-ocsf'],
      ...['--output-directory', folder],
      '--no-banner',
      '--no-color',
      '--ignore-exit-code-3',
    ],
    {
      env: {
        ...process.env,
        AWS_ENDPOINT_URL: endpoint,
        AWS_ACCESS_KEY_ID: 'loopback',
        AWS_SECRET_ACCESS_KEY: 'loopback',
        AWS_DEFAULT_REGION: REGION,
      },
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const [file] = globSync('*.ocsf.json', { cwd: folder });
  if (!file) throw new Error(`Prowler wrote no findings:\n${output.slice(-2000)}`);
  return {
    checks: Number(/Executing (\d+) checks/.exec(output)?.[1] ?? 0),
    seconds,
    findings: z.array(Finding).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  };
}
