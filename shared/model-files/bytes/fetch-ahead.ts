import type { ByteSource } from './byte-source.ts';

/** Where bytes lie that will be read: from, and up to but without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const AT_ONCE = 8;
const LARGEST_REQUEST = 1024 * 1024;

/**
 * Reads places that somebody will read one after the other: several requests at a time, and neighbours in one where no
 * more than `gap` bytes lie between them. What comes is left to the cache of the source; errors are left to whoever
 * reads the place itself. Nothing happens in a source that can only be read forward.
 */
export async function fetchAhead(source: ByteSource, places: readonly Stretch[], gap: number): Promise<void> {
  if (source.isForward === true) return;
  const requests: { from: number; to: number }[] = [];
  for (const { from, to } of [...places].sort((one, other) => one.from - other.from)) {
    if (!(from < to)) continue;
    const last = requests.at(-1);
    if (last !== undefined && from - last.to <= gap && to - last.from <= LARGEST_REQUEST)
      last.to = Math.max(last.to, to);
    else requests.push({ from, to });
  }
  let next = 0;
  const fetching = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++])
      await source.read(request.from, request.to - request.from).catch(() => {});
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetching));
}
