import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder belongs to another process for now. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes a folder for this process, and gives what lets go of it. LevelDB has a lock of its own, but dynalite
 * ends the process where it does not get it. Throws {@link FolderInUse}; a lock whose process is gone counts
 * for nothing.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, 'in-use-by');
  const take = () => writeFile(lock, String(process.pid), { flag: 'wx' });
  try {
    await take();
  } catch (failure) {
    if (codeOf(failure) !== 'EEXIST') throw failure;
    const holder = Number(await readFile(lock, 'utf8'));
    if (isRunning(holder))
      throw new FolderInUse(
        `The store in ${folder} is in use by process ${holder}; if it is not, delete ${lock}`,
      );
    await rm(lock);
    await take();
  }
  return () => rm(lock);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    // Another user's process may not be signalled, and is there all the same.
    return codeOf(failure) === 'EPERM';
  }
}

const codeOf = (failure: unknown): unknown =>
  failure instanceof Error && 'code' in failure ? failure.code : undefined;
