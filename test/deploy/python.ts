import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run-command.ts';

/** Both emulators, as they were when this test last passed. */
const REQUIREMENTS = ['ministack==1.5.33', 'moto[server]==5.2.5'];

/** A Python virtual environment with the emulators in it; made once, then reused. Gives its `bin` folder. */
export async function pythonWithEmulators(cache: string): Promise<string> {
  const venv = join(cache, 'deploy-venv');
  const bin = join(venv, 'bin');
  const stamp = join(venv, 'requirements.txt');
  const wanted = `${REQUIREMENTS.join('\n')}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return bin;
  mkdirSync(cache, { recursive: true });
  await run(process.env['PYTHON'] ?? 'python3', ['-m', 'venv', venv]);
  await run(join(bin, 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...REQUIREMENTS,
  ]);
  writeFileSync(stamp, wanted);
  return bin;
}
