import { setImmediate } from 'node:timers/promises';
import { deflateSync, gzipSync, inflateSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesInMemory, LimitReached, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { expanded, sizeOf } from '#shared/model-files/bytes/expanded.ts';
import { DEFAULT_LIMITS, Spending } from '#shared/model-files/bytes/limits.ts';
import bzip2 from '#shared/model-files/formats/bzip2.ts';
import lzma from '#shared/model-files/formats/lzma.ts';
import zlib from '#shared/model-files/formats/zlib.ts';
import { Head } from '#shared/model-files/head.ts';
import { PAYLOAD, zipOf } from './archives.ts';
import { lz4Stored, made, skippable, zfile } from './compressed-payloads.ts';
import { inspectRecorded, seeded, survivesDamage } from './recorder.ts';

const FILES: readonly (readonly [string, string, Buffer])[] = [
  ['gzip', 'gzip', gzipSync(PAYLOAD)],
  ['zlib', 'zlib', deflateSync(PAYLOAD)],
  ['zlib, fast', 'zlib', deflateSync(PAYLOAD, { level: 1 })],
  ['zstd', 'zstd', zstdCompressSync(PAYLOAD)],
  ['zstd after what is skipped', 'zstd', Buffer.concat([skippable(9000), zstdCompressSync(PAYLOAD)])],
  ['LZ4', 'lz4', made('lz4')],
  ['LZ4 after what is skipped', 'lz4', Buffer.concat([skippable(20), lz4Stored(PAYLOAD)])],
  ['bzip2', 'bzip2', made('bzip2')],
  ['xz', 'xz', made('xz')],
  ['LZMA', 'lzma', made('lzma')],
  ['ZFILE', 'zfile', zfile(PAYLOAD)],
];

describe('what is compressed', () => {
  it.each(FILES)('is inspected: %s', async (_name, format, bytes) => {
    const inspection = await inspectRecorded(bytes);
    expect(inspection).toMatchObject({
      formats: [format],
      found: ['decompressed'],
      lengths: [PAYLOAD.length],
      status: 'complete',
    });
  });

  it.each(FILES)(
    'gives first what comes out of it where it is cut off: %s',
    async (_name, _format, bytes) => {
      // What is longer than the payload, so that the payload is not what is cut.
      const inspection = await inspectRecorded(bytes.subarray(0, bytes.length - 1));
      expect(inspection.formats.length).toBe(1);
      if (inspection.status === 'complete') expect(inspection.lengths).toEqual([PAYLOAD.length]);
      else expect(inspection.verdict).not.toBe('clean');
    },
  );

  it.each(FILES)(
    'survives cuts and flips: %s',
    async (_name, _format, bytes) => {
      expect(await survivesDamage(bytes, 150)).toBeLessThan(3000);
    },
    60_000,
  );

  it.each([
    ['bzip2', 'longBzip2'],
    ['xz', 'longXz'],
    ['LZMA', 'longLzma'],
    ['LZ4', 'longLz4'],
  ] as const)('comes out as it was: %s', async (_name, name) => {
    const inspection = await inspectRecorded(made(name));
    expect(inspection.lengths).toEqual([PAYLOAD.length + 300_000 + 26 * 500]);
    expect(inspection.status).toBe('complete');
  });

  it('ends where the header of LZMA says, without a mark', async () => {
    const bytes = made('lzma');
    bytes.writeBigUInt64LE(BigInt(PAYLOAD.length), 5);
    const inspection = await inspectRecorded(bytes.subarray(0, bytes.length - 5));
    expect(inspection).toMatchObject({ lengths: [PAYLOAD.length], status: 'complete' });
    bytes.writeBigUInt64LE(10n, 5);
    expect((await inspectRecorded(bytes)).lengths).toEqual([10]);
  });

  it('is one where several members follow one another', async () => {
    const bytes = Buffer.concat([gzipSync(PAYLOAD.subarray(0, 7)), gzipSync(PAYLOAD.subarray(7))]);
    expect((await inspectRecorded(bytes)).lengths).toEqual([PAYLOAD.length]);
    const bzips = Buffer.concat([made('bzip2'), made('bzip2')]);
    expect((await inspectRecorded(bzips)).lengths).toEqual([2 * PAYLOAD.length]);
    const xzs = Buffer.concat([made('xz'), Buffer.alloc(8), made('xz')]);
    expect((await inspectRecorded(xzs)).lengths).toEqual([2 * PAYLOAD.length]);
    const trailed = await inspectRecorded(Buffer.concat([made('xz'), Buffer.from('something else!!')]));
    expect(trailed).toMatchObject({ lengths: [PAYLOAD.length], status: 'complete' });
    const zstds = Buffer.concat([zstdCompressSync(PAYLOAD), zstdCompressSync(PAYLOAD)]);
    expect((await inspectRecorded(zstds)).lengths).toEqual([2 * PAYLOAD.length]);
  });

  it('gives what comes out before damage to the byte', async () => {
    const random = seeded(3);
    const content = Buffer.concat([PAYLOAD, Buffer.from(Array.from({ length: 3000 }, () => random() * 256))]);
    const bytes = gzipSync(content, { level: 0 });
    const { found, lengths, status } = await inspectRecorded(bytes.subarray(0, bytes.length - 1000));
    expect(found).toEqual(['decompressed']);
    expect(lengths).toEqual([content.length - 1000 + 8]);
    expect(status).toBe('partial');
    // A block of a kind that there is not, after one that is whole.
    const broken = Buffer.concat([
      Buffer.from([0x78, 0x01, 0x00, PAYLOAD.length, 0, PAYLOAD.length ^ 0xff, 0xff]),
      PAYLOAD,
      Buffer.from([0x07, 0, 0, 0]),
    ]);
    const beyond = await inspectRecorded(
      Buffer.concat([gzipSync(PAYLOAD).subarray(0, 10), broken.subarray(2)]),
    );
    expect(beyond).toMatchObject({ found: ['decompressed'], lengths: [PAYLOAD.length], status: 'partial' });
  });

  it('is missed where nobody knows what comes out of it', async () => {
    const inspection = await inspectRecorded(gzipSync(Buffer.from('some text')));
    expect(inspection.notRead).toEqual([
      { within: [], why: 'what it decompresses to is of no format that is known' },
    ]);
    const twice = await inspectRecorded(gzipSync(gzipSync(Buffer.from('some text'))));
    expect(twice.status).toBe('partial');
    const inArchive = await inspectRecorded(
      zipOf([{ name: 'notes.gz', content: gzipSync(Buffer.from('some text')) }]),
    );
    expect(inArchive.status).toBe('complete');
  });

  it('ends at the limit', async () => {
    let bytes: Buffer = gzipSync(Buffer.concat([PAYLOAD, Buffer.alloc(8 * 1024 * 1024)]));
    bytes = gzipSync(bytes);
    const inspection = await inspectRecorded(bytes, { limits: { expandedBytes: 1024 * 1024 } });
    expect(inspection.found).toEqual(['decompressed › decompressed']);
    expect(inspection.status).toBe('partial');
    expect(inspection.verdict).toBe('review');
  });

  it('is not followed farther back than 64 MiB, however far LZMA refers', async () => {
    // 240 bytes, 65 MiB of zeros, and the 240 bytes again, as LZMA with a dictionary of 128 MiB, deflated for brevity.
    const bytes = inflateSync(
      Buffer.from(
        'eNqLZWBg4PgPBQyGc7iUvvH84F58+3YuQ+02vskKZ9bHTqnN2ndhS/iVg7oJdhk6u2Ze6iuuFD65on+a21yGhLLGDadCDj9LZbi17NCMTW++XRSeYShUW1j30P/Chg+yZa5Bv6T1H+gdk/fZEGxkGPj1x8c4aZ0bQbxbVXwee/wW4lkRxbFcK627YXWnRs/sbzzJ9ivnmy5rue+RdirtnlPMydcfJp/8I/dpmb2p1x/hTQtPGvyJtrm4mLs6bK2A1lbuhF8fbR+zVu+7ZMah/en9/A/lfZO8nNKcP7Iff+3R/LPbW6FJes7x2XFnTlpMm8bhu1bpXcLujI8aT49fvBp7SNvr+R1WxgMr3DcapmX/3rVA+tSdqpDz1nfYkk2vZbdNEi9Qjz33up1lrwZvq8aB+txraVs/bJ10kfEuM9eZT9X/DqWuvLDoZ+/W9huy2r9/bhdQ1pXLzT3lft7i5YJLVi++zTLQCzvQ3/q5ufFA6hHV4B9fJ5oZsi7d8C7/YIGvO8/FiYKr1ibI7jq3UV0iJrLtZVpQxL6XZWsinzyNZuX4efzW2j+/g7RLzspFKzj9vBts+0MzhdO64bRWzv2t1h+O7NWLX8Vv553mNEGY77/A5B+FFZE/uM/+n6rhxr/yT82936NWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1aNWj1o9avWo1UPRaqGs/9M2mDAn3Zv///+j56EHAJY5rB4=',
        'base64',
      ),
    );
    const { lengths, notRead } = await inspectRecorded(bytes);
    expect(lengths).toEqual([PAYLOAD.length + 240 + 65 * 1024 * 1024]);
    expect(notRead[0]?.why).toMatch(/farther than the 67108864 bytes that are kept/);
  }, 60_000);

  it('does not take the memory that a header of LZMA asks for', async () => {
    const bytes = made('longLzma');
    bytes.writeUInt32LE(0xffffffff, 1);
    const before = process.memoryUsage().arrayBuffers;
    const inspection = await inspectRecorded(bytes);
    expect(inspection.status).toBe('complete');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
  });
});

describe('recognition', () => {
  it('claims no LZMA of which the first symbol refers to before the begin', () => {
    const bytes = Buffer.alloc(100, 0xff);
    bytes.set([0x5d, 0, 0, 0x80, 0]);
    bytes[13] = 0;
    expect(lzma.claims(new Head(bytesInMemory('x', bytes), bytes))).toBe(false);
  });

  it('claims no random bytes, not even where two of them fit', async () => {
    const random = seeded(11);
    let fitting = 0;
    for (let round = 0; round < 3000; round++) {
      const bytes = Buffer.from(Array.from({ length: 600 }, () => random() * 256));
      if (round % 2 === 0) bytes.set([0x78, 0x9c]);
      else {
        bytes.set([0x5d, 0, 0, 0x80, 0]);
        bytes[13] = 0;
      }
      const head = new Head(bytesInMemory('random', bytes), bytes);
      if (zlib.claims(head) || bzip2.claims(head)) fitting += 1;
      if (round % 2 === 0 && lzma.claims(head)) fitting += 1;
    }
    expect(fitting).toBe(0);
  });
});

async function* counting(chunks: number): AsyncGenerator<Uint8Array> {
  for (let chunk = 0; chunk < chunks; chunk++) yield new Uint8Array(1000).fill(chunk % 251);
}

describe('reading what comes out of a decoder', () => {
  const spending = (): Spending => new Spending(DEFAULT_LIMITS);

  it('goes forward, and back within what is kept, without beginning again', async () => {
    const spent = spending();
    const source = expanded('x', () => counting(500), spent, { kept: 50_000 });
    expect((await source.read(400_500, 1000))[600]).toBe(401 % 251);
    expect((await source.read(360_000, 1))[0]).toBe(360 % 251);
    expect(source.restarts()).toBe(0);
    expect(spent.expandedBytes).toBe(402_000);
    expect((await source.read(5_000, 1))[0]).toBe(5);
    expect(source.restarts()).toBe(1);
    expect(spent.expandedBytes).toBe(402_000 + 6_000 + 44_000 - 44_000);
    expect(source.size).toBeUndefined();
    expect(await sizeOf(source)).toBe(500_000);
    expect((await source.read(499_999, 10)).length).toBe(1);
    expect((await source.read(500_000, 10)).length).toBe(0);
  });

  it('gives a read that is longer than what is kept', async () => {
    const source = expanded('x', () => counting(300), spending(), { kept: 10_000 });
    const bytes = await source.read(500, 200_000);
    expect(bytes.length).toBe(200_000);
    expect([bytes[0], bytes[500], bytes[199_999]]).toEqual([0, 1, 200]);
  });

  it('gives reads at the same time each what it asked for, one after the other', async () => {
    async function* slowly(): AsyncGenerator<Uint8Array> {
      for await (const chunk of counting(100)) {
        await setImmediate();
        yield chunk;
      }
    }
    const spent = spending();
    const source = expanded('x', slowly, spent, { kept: 5000 });
    const reads = await Promise.all([50, 3, 99, 0].map((at) => source.read(at * 1000, 1)));
    expect(reads.map(([byte]) => byte)).toEqual([50, 3, 99, 0]);
    expect(source.restarts()).toBe(2);
    expect(spent.expandedBytes).toBe(51_000 + 100_000 + 1_000);
  });

  it('starts no decoder where the limit was reached', async () => {
    const spent = new Spending({ ...DEFAULT_LIMITS, expandedBytes: 5000 });
    await expect(expanded('x', () => counting(10), spent).read(0, 9000)).rejects.toThrow(LimitReached);
    let opened = 0;
    const next = expanded(
      'y',
      () => {
        opened += 1;
        return counting(1);
      },
      spent,
    );
    await expect(next.read(0, 1)).rejects.toThrow(LimitReached);
    expect(opened).toBe(0);
  });

  it('tells of damage where the next read begins', async () => {
    async function* damaged(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(10);
      throw new SourceUnreadable('damaged');
    }
    const source = expanded('x', damaged, spending());
    expect((await source.read(0, 100)).length).toBe(10);
    expect(source.untoldFailure()?.message).toBe('damaged');
    await expect(source.read(10, 1)).rejects.toThrow('damaged');
    expect(source.untoldFailure()).toBeUndefined();
    expect((await source.read(2, 3)).length).toBe(3);
  });
});
