import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { cached } from '#shared/model-files/bytes/cached.ts';
import { DEFAULT_LIMITS, Spending } from '#shared/model-files/bytes/limits.ts';

const SIZE = 1_000_000;
const content = Buffer.from(Uint8Array.from({ length: SIZE }, (_, index) => (index * 2_654_435_761) >>> 24));

function reading() {
  const asked: (readonly [number, number])[] = [];
  const inMemory = bytesInMemory('weights', content);
  const source = cached(
    {
      ...inMemory,
      read: (offset, length) => {
        asked.push([offset, length]);
        return inMemory.read(offset, length);
      },
    },
    new Spending(DEFAULT_LIMITS),
  );
  return { source, asked };
}
const sum = (asked: readonly (readonly [number, number])[]): number =>
  asked.reduce((total, [, length]) => total + length, 0);

describe('a source that is read in blocks', () => {
  it('gives what is there, whatever was read before', async () => {
    const { source } = reading();
    let random = 7;
    const next = (below: number): number => {
      random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
      return random % below;
    };
    for (let round = 0; round < 400; round++) {
      const offset = next(SIZE + 1000);
      const length = round % 3 === 0 ? next(SIZE) : next(3000);
      const bytes = await source.read(offset, length);
      expect(Buffer.compare(bytes, content.subarray(offset, offset + length))).toBe(0);
    }
  });
  it('transfers no byte twice where the begin and the end were read before the whole', async () => {
    const { source, asked } = reading();
    await source.read(0, 4096);
    await source.read(SIZE - 100, 100);
    const whole = await source.read(0, SIZE);
    expect(Buffer.compare(whole, content)).toBe(0);
    expect(sum(asked)).toBe(SIZE);
    expect(source.bytesRead()).toBe(SIZE);
  });
  it('makes one request of neighbouring blocks, and none of those it has', async () => {
    const { source, asked } = reading();
    await Promise.all([source.read(10_000, 2000), source.read(10_500, 1000)]);
    await source.read(10_000, 2000);
    expect(asked).toHaveLength(1);
  });
  it('keeps an error for who asks for the block', async () => {
    const source = cached(
      { name: 'weights', size: SIZE, read: () => Promise.reject(new Error('gone')) },
      new Spending(DEFAULT_LIMITS),
    );
    await expect(source.read(0, 1000)).rejects.toThrow('gone');
    await expect(source.read(0, 100_000)).rejects.toThrow('gone');
  });
});
