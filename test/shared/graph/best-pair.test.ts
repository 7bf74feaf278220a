import { describe, expect, it } from 'vitest';
import { bestPair } from '#shared/graph/best-pair.ts';
import { graphOf } from '#shared/graph/csr.ts';
import { bestFixes } from '#shared/graph/cut.ts';

describe('the two fixes that cut most', () => {
  // Two ways side by side to 3, and one on to 4 that the first of them shares.
  const graph = graphOf(5, { from: [0, 0, 1, 2, 1], to: [1, 2, 3, 3, 4] });
  const fixOf = [0, 1, -1, -1, 2];

  it('are found where one after the other cuts less', () => {
    expect(bestPair(graph, [0], [3, 4], fixOf)).toEqual({
      connected: 2,
      fixes: [
        { fix: 0, cuts: 1 },
        { fix: 1, cuts: 2 },
      ],
    });
  });

  it('cut no less than one after the other does', () => {
    const together = bestPair(graph, [0], [3, 4], fixOf).fixes.at(-1)?.cuts ?? 0;
    const oneByOne = bestFixes(graph, [0], [3, 4], fixOf, 2).fixes.at(-1)?.cuts ?? 0;
    expect(together).toBeGreaterThanOrEqual(oneByOne);
  });

  it('are none where nothing is connected', () => {
    expect(bestPair(graph, [4], [0], fixOf)).toEqual({ connected: 0, fixes: [] });
  });

  it('is one where one fix cuts all', () => {
    const line = graphOf(3, { from: [0, 1], to: [1, 2] });
    expect(bestPair(line, [0], [2], [7, -1])).toEqual({ connected: 1, fixes: [{ fix: 7, cuts: 1 }] });
  });
});
