import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKPOINTS } from '#test/compare/model-files/bytes/checkpoints.ts';
import { measure } from '#test/compare/model-files/bytes/measure.ts';
import { startGoogle } from '#test/compare/model-files/bytes/stores/google.ts';
import { startS3 } from '#test/compare/model-files/bytes/stores/s3.ts';
import type { Store } from '#test/compare/model-files/bytes/stores/store.ts';

/** 1 GB each, of which only what is asked for is made. */
const BOUNDED = CHECKPOINTS.filter(({ overBecause }) => overBecause === undefined);

describe.each([
  { cloud: 'S3', start: startS3 },
  { cloud: 'Cloud Storage', start: startGoogle },
])('of a checkpoint of 1 GB, $cloud', ({ start }) => {
  let store: Store;
  beforeAll(async () => {
    store = await start();
  });
  afterAll(() => store.close());

  it.each(BOUNDED)('sends little: $title', async (checkpoint) => {
    const benign = await measure(checkpoint, 'benign', store, 1);
    expect(benign.size).toBeGreaterThan(1e9);
    expect(benign.percent).toBeLessThanOrEqual(checkpoint.mostPercent);
    const isOpen = checkpoint.notCleanBecause !== undefined;
    expect([benign.verdict, benign.status]).toEqual(isOpen ? ['review', 'partial'] : ['clean', 'complete']);
    const hostile = await measure(checkpoint, 'hostile', store, 1);
    expect(hostile.verdict).toBe('dangerous');
    expect(hostile.percent).toBeLessThanOrEqual(checkpoint.mostPercent);
  });
});
