import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One call of a command: its words, with the name of a file that was given as `@file` or `--file` replaced by its content. */
export interface Call {
  readonly words: readonly string[];
  readonly files: readonly unknown[];
}

export interface RanScript {
  readonly calls: readonly Call[];
  readonly stdout: string;
}

/** What the stand-ins answer when asked for something that the script goes on with. */
export const ANSWERS = {
  issuer: 'https://0a1b2c3d.tokens.sts.global.api.aws',
  clientId: 'c11e0000-0000-4000-8000-000000000001',
  principalId: 'b11e0000-0000-4000-8000-000000000002',
  tenantId: 'e11e0000-0000-4000-8000-000000000003',
  projectNumber: '123456789012',
} as const;

/** Notes its words, each ended by NUL and each call by another, and answers queries. */
const STAND_IN = `#!/bin/sh
for word in "$0" "$@"; do
  printf '%s\\0' "$word" >> "$CALLS"
  file="\${word#@}"
  if [ -f "$file" ] && [ "$word" != "$0" ]; then printf 'content of a file\\0' >> "$CALLS"; cat "$file" >> "$CALLS"; printf '\\0' >> "$CALLS"; fi
done
printf '\\0' >> "$CALLS"
case "$*" in
  *IssuerIdentifier*) echo ${ANSWERS.issuer};;
  *clientId*) echo ${ANSWERS.clientId};;
  *principalId*) echo ${ANSWERS.principalId};;
  *tenantId*) echo ${ANSWERS.tenantId};;
  *projectNumber*) echo ${ANSWERS.projectNumber};;
esac
`;

/** Runs a script that was printed, in a shell that knows stand-ins for aws, az and gcloud, and tells what they were called with. */
export function runScript(script: string): RanScript {
  const folder = mkdtempSync(path.join(tmpdir(), 'aispm-setup-'));
  try {
    const noted = path.join(folder, 'calls');
    writeFileSync(noted, '');
    for (const name of ['aws', 'az', 'gcloud']) {
      writeFileSync(path.join(folder, name), STAND_IN);
      chmodSync(path.join(folder, name), 0o755);
    }
    const ran = spawnSync('/bin/sh', ['-eu'], {
      input: script,
      env: { PATH: `${folder}:/usr/bin:/bin`, CALLS: noted, TMPDIR: folder },
      cwd: folder,
      encoding: 'utf8',
    });
    if (ran.status !== 0 || ran.stderr !== '')
      throw new Error(`the script ended with ${ran.status}: ${ran.stderr}`);
    return { calls: callsIn(readFileSync(noted, 'utf8')), stdout: ran.stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function callsIn(text: string): Call[] {
  return text
    .split('\0\0')
    .filter((call) => call !== '')
    .map((call) => {
      const [program = '', ...rest] = call.split('\0');
      const words = [path.basename(program)];
      const files: unknown[] = [];
      for (let at = 0; at < rest.length; at += 1) {
        if (rest[at] === 'content of a file') {
          at += 1;
          words.pop();
          files.push(JSON.parse(rest[at] ?? ''));
        } else words.push(rest[at] ?? '');
      }
      return { words, files };
    });
}

/** The value of an option of a call. */
export const option = ({ words }: Call, name: string): string | undefined =>
  words[words.indexOf(`--${name}`) + 1];

export const callsOf = ({ calls }: RanScript, ...beginning: readonly string[]): Call[] =>
  calls.filter(({ words }) => beginning.every((word, index) => words[index] === word));
