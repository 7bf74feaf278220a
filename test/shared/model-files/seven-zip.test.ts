import { describe, expect, it } from 'vitest';
import { inspectRecorded, rulesOf, survivesDamage } from './recorder.ts';

/** An archive of 7-Zip with this list of members, and nothing in it. */
function sevenZipOf(listing: Uint8Array, size = listing.length): Buffer {
  const start = Buffer.alloc(32);
  start.set([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  start.writeBigUInt64LE(10n, 12);
  start.writeBigUInt64LE(BigInt(size), 20);
  return Buffer.concat([start, Buffer.alloc(10), listing]);
}

function listingOf(...names: readonly string[]): Buffer {
  const text = Buffer.from(names.map((name) => `${name}\0`).join(''), 'utf16le');
  return Buffer.concat([
    Buffer.from([0x01, 0x05, names.length, 0x11, text.length + 1, 0]),
    text,
    Buffer.from([0, 0]),
  ]);
}

describe('an archive of 7-Zip', () => {
  it('is for a person to look at, with the names in it', async () => {
    const inspection = await inspectRecorded(sevenZipOf(listingOf('data.pkl', 'version')));
    expect(inspection.formats).toEqual(['seven-zip']);
    expect(rulesOf(inspection)).toEqual(['seven-zip.archive']);
    expect(inspection.notRead.map(({ why }) => why)).toEqual([
      'its members were not read: "data.pkl", "version"',
    ]);
    expect(inspection.verdict).toBe('review');
  });

  it.each([
    ['compressed', sevenZipOf(Buffer.from([0x17, 0x06])), /names are compressed: 2 bytes at 42/],
    ['cut off', sevenZipOf(listingOf('a'), 500), /cut off/],
    ['somewhere else', sevenZipOf(listingOf('a'), 2 ** 40), /not where it can be/],
    ['something else', sevenZipOf(Buffer.from([0x02])), /no list of members/],
  ])('is missed where its list is %s', async (_name, bytes, why) => {
    const inspection = await inspectRecorded(bytes);
    expect(inspection.notRead[0]?.why).toMatch(why);
    expect(inspection.status).toBe('partial');
  });

  it('survives cuts and flips', async () => {
    expect(await survivesDamage(sevenZipOf(listingOf('data.pkl', 'version')), 500)).toBeLessThan(1000);
  });
});
