import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { openLocalFile } from '#shared/model-files/bytes/local-file.ts';
import { numbered } from './loopback.ts';

let folder: string;
const content = numbered(10_000);
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aispm-local-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

describe('a local file', () => {
  it('gives ranges, fewer bytes at the end, and none beyond it', async () => {
    const source = await openLocalFile(await written('ranges.bin'));
    expect(source.size).toBe(10_000);
    expect(Buffer.from(await source.read(4000, 3000))).toEqual(content.subarray(4000, 7000));
    expect(Buffer.from(await source.read(9990, 100))).toEqual(content.subarray(9990));
    expect(await source.read(10_000, 1)).toHaveLength(0);
    expect(await source.read(Number.MAX_SAFE_INTEGER, 10)).toHaveLength(0);
    expect(await source.read(-1, 10)).toHaveLength(0);
    await source.close();
  });

  it.each([
    ['grows', (file: string) => appendFile(file, 'x')],
    ['is written over', (file: string) => writeFile(file, Buffer.alloc(10_000))],
    [
      'is written over and its time set back',
      async (file: string) => {
        await writeFile(file, Buffer.alloc(10_000));
        await utimes(file, 1, 1);
      },
    ],
    ['is cut', (file: string) => writeFile(file, 'x')],
  ])('says so when it %s', async (name, change) => {
    const file = await written(`${name}.bin`);
    await utimes(file, 1, 1);
    const source = await openLocalFile(file);
    await source.read(0, 10);
    await change(file);
    await expect(source.read(0, 10)).rejects.toThrow(SourceChanged);
    await source.close();
  });

  it('says so when another file takes its name', async () => {
    const file = await written('replaced.bin');
    const source = await openLocalFile(file);
    const other = path.join(folder, 'other.bin');
    await writeFile(other, Buffer.alloc(10_000));
    await rename(other, file);
    await expect(source.read(0, 10)).rejects.toThrow(SourceChanged);
    await source.close();
  });

  it('is not what a symbolic link that was only met leads to, and is what one that was named does', async () => {
    const link = path.join(folder, 'link');
    await symlink(await written('target.bin'), link);
    await expect(openLocalFile(link)).rejects.toThrow('it is a symbolic link');
    const source = await openLocalFile(link, { symlinks: 'follow' });
    expect(source.size).toBe(10_000);
    await source.close();
  });

  it('is no FIFO, device or folder, and opening one does not wait', { timeout: 2000 }, async () => {
    const fifo = path.join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    for (const symlinks of ['follow', 'refuse'] as const) {
      await expect(openLocalFile(fifo, { symlinks })).rejects.toThrow('it is a pipe, a socket or a device');
      await expect(openLocalFile('/dev/zero', { symlinks })).rejects.toThrow(SourceUnreadable);
      await expect(openLocalFile(folder, { symlinks })).rejects.toThrow('it is a folder');
      await expect(openLocalFile(path.join(folder, 'none'), { symlinks })).rejects.toThrow(
        'there is no such file',
      );
    }
  });
});
