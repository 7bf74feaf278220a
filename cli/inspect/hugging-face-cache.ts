import path from 'node:path';
import type { Passed } from '#shared/sinks/model-files/report.ts';

/** A file that is to be opened at one path and is known by another. */
export interface FoundFile {
  readonly name: string;
  /** What it is opened by, which is no link. */
  readonly path: string;
}

/** `models--org--name/blobs/<digest>`: SHA-1 of what is in git, SHA-256 of what is not. */
const BLOB =
  /^(?<repository>(?:.*\/)?(?:models|datasets|spaces)--[^/]+)\/blobs\/(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Whether a link is a file of a snapshot in the cache of Hugging Face, and leads to a blob of its own repository. Both
 * are real paths, of the link up to its folder.
 *
 * Source: https://huggingface.co/docs/huggingface_hub/guides/manage-cache
 */
export function leadsToBlob(link: string, target: string): boolean {
  const repository = BLOB.exec(withSlashes(target))?.groups?.['repository'];
  return repository !== undefined && withSlashes(link).startsWith(`${repository}/snapshots/`);
}

const withSlashes = (name: string): string => name.split(path.sep).join('/');

/**
 * Files with those of snapshots by the names that they have there, each once: what lies among the blobs is called by its
 * digest, which tells nobody what it is. `paths` are what was found under its own name.
 */
export function bySnapshots(
  paths: readonly { readonly name: string; readonly real: string }[],
  links: readonly FoundFile[],
): { readonly files: readonly FoundFile[]; readonly skipped: readonly Passed[] } {
  const named = new Map<string, string>();
  const skipped: Passed[] = [];
  const files: FoundFile[] = [];
  for (const { name, path: target } of links) {
    const known = named.get(target);
    if (known === undefined) {
      named.set(target, name);
      files.push({ name, path: target });
    } else skipped.push({ name, why: `it is the same file as ${known}` });
  }
  for (const { name, real } of paths) {
    const known = named.get(real);
    if (known === undefined) files.push({ name, path: name });
    else skipped.push({ name, why: `it is inspected as ${known}` });
  }
  return { files, skipped };
}
