import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Passed } from '#shared/sinks/model-files/report.ts';
import { bySnapshots, type FoundFile, leadsToBlob } from './hugging-face-cache.ts';

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly skipped: readonly Passed[];
  readonly unseen: readonly Passed[];
}

/**
 * The files in a folder and in those below it, in the order of their names. What is hidden is skipped. A symbolic link
 * is not followed: it is skipped where it leads to what is found under its own name, and else it is unseen. Those of the
 * cache of Hugging Face are what its files are called by.
 */
export async function filesIn(
  folder: string,
  { most, isExcluded }: { readonly most: number; readonly isExcluded: (relative: string) => boolean },
): Promise<FoundFiles> {
  const files: { readonly name: string; readonly real: string }[] = [];
  const links: FoundFile[] = [];
  const skipped: Passed[] = [];
  const unseen: Passed[] = [];
  const root = await realpath(folder);
  const pending = [{ at: folder, real: root }];
  const found = (): FoundFiles => {
    const named = bySnapshots(files, links);
    return {
      files: named.files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      skipped: [...skipped, ...named.skipped],
      unseen,
    };
  };
  const isFull = (): boolean => {
    if (files.length + links.length < most) return false;
    unseen.push({ name: folder, why: `there are more than ${most} files in it` });
    return true;
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const below: typeof pending = [];
    for (const entry of await entriesOf(next.at, unseen)) {
      const name = path.join(next.at, entry.name);
      const real = path.join(next.real, entry.name);
      if (entry.name.startsWith('.')) skipped.push({ name, why: 'it is hidden' });
      else if (isExcluded(path.relative(folder, name))) skipped.push({ name, why: 'it is excluded' });
      else if (entry.isDirectory()) below.push({ at: name, real });
      else if (entry.isSymbolicLink()) {
        const target = await targetOf(name);
        if (target !== undefined && leadsToBlob(real, target)) {
          if (isFull()) return found();
          links.push({ name, path: target });
        } else if (target !== undefined && liesWithin(root, target))
          skipped.push({ name, why: 'it is a link to what is inspected under its own name' });
        else unseen.push({ name, why: 'it is a link out of the folder; name it to have it inspected' });
      } else if (!entry.isFile()) skipped.push({ name, why: 'it is a pipe, a socket or a device' });
      else if (isFull()) return found();
      else files.push({ name, real });
    }
    pending.push(...below.reverse());
  }
  return found();
}

async function entriesOf(folder: string, unseen: Passed[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    unseen.push({ name: folder, why: `the folder cannot be read: ${error.code}` });
    return [];
  }
}

/** The real path of what a link leads to; nothing where it leads nowhere. */
async function targetOf(link: string): Promise<string | undefined> {
  try {
    return await realpath(link);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Whether a real path is one in the folder that is not hidden there. */
function liesWithin(root: string, target: string): boolean {
  const segments = path.relative(root, target).split(path.sep);
  return !segments.some((segment) => segment.startsWith('.')) && !path.isAbsolute(segments.join(path.sep));
}
