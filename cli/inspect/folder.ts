import type { Dirent } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Passed } from '#shared/sinks/model-files/report.ts';

export interface FoundFiles {
  readonly files: readonly string[];
  readonly skipped: readonly Passed[];
  readonly unseen: readonly Passed[];
}

/**
 * The files in a folder and in those below it, in the order of their names. What is hidden is skipped. A symbolic link
 * is not followed: it is skipped where it leads to what is found under its own name, and else it is unseen.
 */
export async function filesIn(
  folder: string,
  { most, isExcluded }: { readonly most: number; readonly isExcluded: (relative: string) => boolean },
): Promise<FoundFiles> {
  const files: string[] = [];
  const skipped: Passed[] = [];
  const unseen: Passed[] = [];
  const root = await realpath(folder);
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const below: string[] = [];
    for (const entry of await entriesOf(next, unseen)) {
      const name = path.join(next, entry.name);
      if (entry.name.startsWith('.')) skipped.push({ name, why: 'it is hidden' });
      else if (isExcluded(path.relative(folder, name))) skipped.push({ name, why: 'it is excluded' });
      else if (entry.isDirectory()) below.push(name);
      else if (entry.isSymbolicLink())
        if (await leadsWithin(root, name))
          skipped.push({ name, why: 'it is a link to what is inspected under its own name' });
        else unseen.push({ name, why: 'it is a link out of the folder; name it to have it inspected' });
      else if (!entry.isFile()) skipped.push({ name, why: 'it is a pipe, a socket or a device' });
      else if (files.length >= most) {
        unseen.push({ name: folder, why: `there are more than ${most} files in it` });
        return { files, skipped, unseen };
      } else files.push(name);
    }
    pending.push(...below.reverse());
  }
  return { files, skipped, unseen };
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

/** Whether a link leads to what is not hidden in the folder. One that leads nowhere leads elsewhere. */
async function leadsWithin(root: string, link: string): Promise<boolean> {
  try {
    const segments = path.relative(root, await realpath(link)).split(path.sep);
    return !segments.some((segment) => segment.startsWith('.')) && !path.isAbsolute(segments.join(path.sep));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
