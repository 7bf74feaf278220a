import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import { rules, scanAt } from './paper-cloud.ts';

const open = async (directory: string) => {
  const store = await openEmbedded({ directory: join(directory, 'store') });
  return { store, ledger: openLedger({ ...store, clock: () => new Date(0) }) };
};

it('listens on the loopback only, and remembers on disk', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'aispm-ledger-'));
  try {
    const first = await open(directory);
    expect(first.store.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await first.ledger.reconcile(scanAt({ at: 1, notebooks: { a: 'open' } }), rules);
    const written = await Array.fromAsync(first.ledger.findings());
    await first.store.close();

    const second = await open(directory);
    expect(await Array.fromAsync(second.ledger.findings())).toEqual(written);
    await second.store.close();
  } finally {
    await rm(directory, { recursive: true });
  }
});

it('says which folder is in use when another process has it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'aispm-ledger-'));
  const first = await open(directory);
  try {
    await expect(open(directory)).rejects.toThrow(/store.*in use/);
  } finally {
    await first.store.close();
    await rm(directory, { recursive: true });
  }
});

it('takes over from a process that did not let go', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'aispm-ledger-'));
  try {
    await mkdir(join(directory, 'store'));
    // A process that has ended, and so certainly none that runs.
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await writeFile(join(directory, 'store', 'in-use-by'), String(pid));
    const { store } = await open(directory);
    await store.close();
  } finally {
    await rm(directory, { recursive: true });
  }
});

it('is imported by the terminal and by tests, and by nothing that is deployed', () => {
  const importing = "from '(dynalite|.*(ledger|\\.)/embedded\\.ts)'";
  const search = ['grep', '--untracked', '-lE', importing, '--', '*.ts'];
  const files = execFileSync('git', search, { encoding: 'utf8' }).trim().split('\n');
  expect(files).toContain('shared/ledger/embedded.ts');
  const isAllowed = (file: string) => /^(cli|test|scripts)\/|^shared\/ledger\/embedded\.ts$/.test(file);
  expect(files.filter((file) => !isAllowed(file))).toEqual([]);
});
