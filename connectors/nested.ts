import pLimit from 'p-limit';
import { ReadFailure } from './coverage.ts';

const CONCURRENT_PARENTS = 8;

/**
 * The children of each parent, as pairs. Children that could not be listed are in the coverage already; those
 * of the other parents are given all the same.
 */
export async function* underEach<Parent, Child>(
  parents: AsyncIterable<Parent>,
  childrenOf: (parent: Parent) => AsyncIterable<Child>,
): AsyncGenerator<readonly [Parent, Child]> {
  const limit = pLimit(CONCURRENT_PARENTS);
  const lists: Promise<(readonly [Parent, Child])[]>[] = [];
  let brokeOff: { readonly cause: unknown } | undefined;
  try {
    for await (const parent of parents) lists.push(limit(() => pairsUnder(parent, childrenOf)));
  } catch (cause) {
    brokeOff = { cause };
  }
  for (const pairs of await Promise.all(lists)) yield* pairs;
  if (brokeOff) throw brokeOff.cause;
}

async function pairsUnder<Parent, Child>(
  parent: Parent,
  childrenOf: (parent: Parent) => AsyncIterable<Child>,
): Promise<(readonly [Parent, Child])[]> {
  const pairs: (readonly [Parent, Child])[] = [];
  try {
    for await (const child of childrenOf(parent)) pairs.push([parent, child]);
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
  }
  return pairs;
}
