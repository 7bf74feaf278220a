import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesIn } from '#cli/inspect/folder.ts';

const WEIGHTS = 'a'.repeat(64);
const CONFIG = 'b'.repeat(40);
const OPTIONS = { most: 100, isExcluded: () => false };

let cache: string;
let repository: string;
beforeEach(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'hub-'));
  repository = path.join(cache, 'models--acme--churn');
  for (const folder of ['blobs', 'refs', 'snapshots/1111/onnx', 'snapshots/2222'])
    await mkdir(path.join(repository, folder), { recursive: true });
  await writeFile(path.join(repository, 'blobs', WEIGHTS), 'weights');
  await writeFile(path.join(repository, 'blobs', CONFIG), '{}');
  await writeFile(path.join(repository, 'refs', 'main'), '1111');
  await symlink(`../../blobs/${WEIGHTS}`, path.join(repository, 'snapshots/1111/pytorch_model.bin'));
  await symlink(`../../../blobs/${CONFIG}`, path.join(repository, 'snapshots/1111/onnx/config.json'));
  await symlink(`../../blobs/${WEIGHTS}`, path.join(repository, 'snapshots/2222/pytorch_model.bin'));
});
afterEach(() => rm(cache, { recursive: true }));

const within = (name: string) => path.relative(repository, name);

it('calls a file of a cache by its name in a snapshot, and looks at it once', async () => {
  const { files, skipped, unseen } = await filesIn(cache, OPTIONS);
  expect(files.map(({ name, path: opened }) => [within(name), path.basename(opened)])).toEqual([
    ['refs/main', 'main'],
    ['snapshots/1111/onnx/config.json', CONFIG],
    ['snapshots/1111/pytorch_model.bin', WEIGHTS],
  ]);
  expect(skipped.map(({ name, why }) => [within(name), why])).toEqual([
    ['snapshots/2222/pytorch_model.bin', expect.stringContaining('the same file as')],
    [`blobs/${WEIGHTS}`, expect.stringContaining('it is inspected as')],
    [`blobs/${CONFIG}`, expect.stringContaining('it is inspected as')],
  ]);
  expect(unseen).toEqual([]);
});

it('finds the files of a snapshot that is named, though they lie beside it', async () => {
  const { files, unseen } = await filesIn(path.join(repository, 'snapshots/1111'), OPTIONS);
  expect(files.map(({ name }) => within(name))).toEqual([
    'snapshots/1111/onnx/config.json',
    'snapshots/1111/pytorch_model.bin',
  ]);
  expect(unseen).toEqual([]);
});

it('looks at a blob that no snapshot names by its digest', async () => {
  await writeFile(path.join(repository, 'blobs', 'c'.repeat(64)), 'left over');
  const { files } = await filesIn(repository, OPTIONS);
  expect(files.map(({ name }) => within(name))).toContain(`blobs/${'c'.repeat(64)}`);
});

it.each([
  ['out of the cache', '/etc/hostname'],
  ['to another repository', `../../../models--acme--other/blobs/${WEIGHTS}`],
  ['to what is no blob', '../../refs/secret'],
])('follows no link %s', async (_where, target) => {
  const other = path.join(cache, 'models--acme--other', 'blobs');
  await mkdir(other, { recursive: true });
  await writeFile(path.join(other, WEIGHTS), 'of others');
  await writeFile(path.join(repository, 'refs', 'secret'), 'no blob');
  await symlink(target, path.join(repository, 'snapshots/2222/sneaky.bin'));
  const { files, unseen } = await filesIn(path.join(repository, 'snapshots/2222'), OPTIONS);
  expect(files.map(({ name }) => path.basename(name))).toEqual(['pytorch_model.bin']);
  expect(unseen.map(({ name }) => path.basename(name))).toEqual(['sneaky.bin']);
});

it('says so where there are more files than are looked at', async () => {
  const { files, unseen } = await filesIn(repository, { ...OPTIONS, most: 4 });
  expect(files.length).toBeLessThanOrEqual(4);
  expect(unseen).toEqual([{ name: repository, why: 'there are more than 4 files in it' }]);
});
