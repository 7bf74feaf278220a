import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../deploy/run-command.ts';

/** As it was when the differences were last explained. */
export const PROWLER = 'prowler==5.46.0';

/** Prowler in a virtual environment of its own: it pins what moto does too. Gives its `bin` folder. */
export async function pythonWithProwler(cache: string): Promise<string> {
  const venv = join(cache, 'compare-venv');
  const bin = join(venv, 'bin');
  const stamp = join(venv, 'requirements.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === PROWLER) return bin;
  mkdirSync(cache, { recursive: true });
  await run(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', venv]);
  await run(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PROWLER]);
  writeFileSync(stamp, PROWLER);
  return bin;
}
