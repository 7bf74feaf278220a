import { deflateRawSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { DEFAULT_LIMITS, Spending } from '#shared/model-files/bytes/limits.ts';
import { unbranchX86 } from '#shared/model-files/decoders/x86-branches.ts';
import { PAYLOAD } from './archives.ts';
import { made } from './compressed-payloads.ts';
import { inspectRecorded, rulesOf, survivesDamage } from './recorder.ts';
import {
  COPY,
  LZMA,
  LZMA2,
  lzma2Of,
  lzmaOf,
  type SevenZipCoder,
  type SevenZipFolder,
  sevenZipAround,
  sevenZipNumber,
  sevenZipOf,
} from './seven-zip-builder.ts';

const folder = (
  coders: readonly SevenZipCoder[],
  packed: Uint8Array,
  members: SevenZipFolder['members'] = [{ name: 'data.pkl', size: PAYLOAD.length }],
): SevenZipFolder => ({ coders, packed, members });

const BCJ: SevenZipCoder = { id: '03030103' };

describe('members of an archive of 7-Zip', () => {
  it.each([
    ['copied', folder([COPY], PAYLOAD)],
    ['of LZMA', folder([LZMA], lzmaOf(PAYLOAD))],
    ['of LZMA with a mark of its end', folder([LZMA], made('lzma').subarray(13))],
    ['of LZMA2', folder([LZMA2], lzma2Of(PAYLOAD))],
    ['of LZMA2 that is compressed', folder([LZMA2], made('xz').subarray(24))],
    ['of Deflate', folder([{ id: '040108' }], deflateRawSync(PAYLOAD))],
    ['of BZip2', folder([{ id: '040202' }], made('bzip2'))],
    ['of ZSTD', folder([{ id: '04f71101', properties: Buffer.alloc(5) }], zstdCompressSync(PAYLOAD))],
    ['of BCJ and LZMA2', folder([BCJ, LZMA2], lzma2Of(PAYLOAD))],
    ['of BCJ by its short number', folder([{ id: '04' }, LZMA], lzmaOf(PAYLOAD))],
    [
      'of BZip2 within LZMA2',
      {
        ...folder([{ id: '040202' }, LZMA2], lzma2Of(made('bzip2'))),
        sizes: [PAYLOAD.length, made('bzip2').length],
      },
    ],
  ])('are inspected by content: %s', async (_name, one) => {
    const inspection = await inspectRecorded(sevenZipOf([one]));
    expect(inspection.found).toEqual(['data.pkl']);
    expect(inspection.lengths).toEqual([PAYLOAD.length]);
    expect(inspection).toMatchObject({ formats: ['seven-zip'], status: 'complete', verdict: 'review' });
    expect(rulesOf(inspection)).toEqual(['seven-zip.archive']);
  });

  it('are found in folders of several, beside others without content', async () => {
    const both = Buffer.concat([Buffer.alloc(300, 'w'), PAYLOAD]);
    const solid = [
      { name: 'weights', size: 300 },
      { name: 'data.pkl', size: PAYLOAD.length },
    ];
    const bytes = sevenZipOf([folder([LZMA], lzmaOf(both), solid), folder([COPY], PAYLOAD)], {
      folders: ['archive', 'archive/data'],
      hasChecksums: true,
    });
    const inspection = await inspectRecorded(bytes);
    expect(inspection.found).toEqual(['data.pkl', 'data.pkl']);
    expect(inspection.status).toBe('complete');
    expect(rulesOf(inspection)).toEqual(['seven-zip.archive', 'seven-zip.duplicate-name']);
  });

  it.each([
    ['LZMA', (header: Uint8Array) => ({ coders: [LZMA], packed: lzmaOf(header) })],
    ['LZMA2', (header: Uint8Array) => ({ coders: [LZMA2], packed: lzma2Of(header) })],
  ])('are found where the list of them is compressed by %s', async (_name, encodeHeader) => {
    const inspection = await inspectRecorded(sevenZipOf([folder([LZMA], lzmaOf(PAYLOAD))], { encodeHeader }));
    expect(inspection).toMatchObject({ found: ['data.pkl'], status: 'complete' });
  });

  it.each([
    [
      'PPMD',
      folder([{ id: '030401', properties: Buffer.alloc(5) }], PAYLOAD),
      '"data.pkl": it is compressed by PPMD, which is not decoded',
    ],
    ['IA64', folder([{ id: '06' }], PAYLOAD), '"data.pkl": it is compressed by IA64, which is not decoded'],
    [
      'an unknown coder',
      folder([{ id: '7f01' }], PAYLOAD),
      '"data.pkl": it is compressed by coder 7f01, which is not decoded',
    ],
    [
      'BCJ2',
      folder([{ id: '0303011b', inputs: 4 }], PAYLOAD),
      '"data.pkl": it is compressed by BCJ2, which is not decoded',
    ],
    [
      'AES',
      folder([{ id: '06f10701', properties: Buffer.alloc(2) }], PAYLOAD),
      '"data.pkl": it is encrypted (AES)',
    ],
    ['AES around LZMA', folder([LZMA, { id: '06f10701' }], PAYLOAD), '"data.pkl": it is encrypted (AES)'],
  ])('are missed by name where they are of %s, and stop nothing else', async (_name, unread, why) => {
    const readable = folder([COPY], PAYLOAD, [{ name: 'next.pkl', size: PAYLOAD.length }]);
    const inspection = await inspectRecorded(sevenZipOf([unread, readable]));
    expect(inspection.found).toEqual(['next.pkl']);
    expect(inspection.notRead[0]?.why).toBe(why);
    expect(inspection.status).toBe('partial');
  });

  it('whose names lead out are told of', async () => {
    const inspection = await inspectRecorded(
      sevenZipOf([folder([COPY], PAYLOAD, [{ name: '../data.pkl', size: PAYLOAD.length }])]),
    );
    expect(rulesOf(inspection)).toContain('seven-zip.name-leaves-folder');
  });

  it.each([
    ['cut off', lzmaOf(PAYLOAD).subarray(0, 12), /cut off/],
    ['shorter than the list says', undefined, /less comes out of it/],
  ])('that are %s are inspected as far as they go', async (_name, packed, why) => {
    const one = packed === undefined ? folder([LZMA2], lzma2Of(PAYLOAD)) : folder([LZMA], packed);
    const inspection = await inspectRecorded(
      sevenZipOf([{ ...one, members: [{ name: 'data.pkl', size: PAYLOAD.length + 9 }] }]),
    );
    expect(inspection.status).toBe('partial');
    expect(inspection.notRead.map((each) => each.why).join()).toMatch(why);
    expect(inspection.found).toEqual(['data.pkl']);
  });

  it('that lie beyond the end of the file are missed', async () => {
    const long = sevenZipAround(PAYLOAD, listingOf({ packedSize: 5_000_000 }));
    const inspection = await inspectRecorded(long);
    expect(inspection.notRead.map(({ why }) => why)).toContain(
      'what is packed in it reaches beyond the end of the file',
    );
    expect(inspection.status).toBe('partial');
  });
});

/** A list of one folder that is copied, of which numbers may be anything. */
function listingOf({ packedSize = PAYLOAD.length, folders = 1, streams = 1, size = PAYLOAD.length }): Buffer {
  return Buffer.concat([
    ...[0x01, 0x04, 0x06, 0, 1, 0x09, packedSize, 0, 0x07, 0x0b, folders, 0, 1].map(sevenZipNumber),
    Buffer.from([1, 0]),
    ...[0x0c, size, 0, 0x08, 0x0d, streams, 0x09, 0, 0, 0].map(sevenZipNumber),
  ]);
}

describe('a list of members', () => {
  it.each([
    ['compressed, and not where', sevenZipAround(PAYLOAD, Buffer.from([0x17, 0x06])), /cut off/],
    ['cut off', sevenZipAround(PAYLOAD, listingOf({}), 500), /cut off/],
    ['somewhere else', sevenZipAround(PAYLOAD, listingOf({}), 2 ** 40), /not where it can be/],
    ['something else', sevenZipAround(PAYLOAD, Buffer.from([0x02])), /there is no list of members/],
    [
      'of 4 GiB folders',
      sevenZipAround(PAYLOAD, listingOf({ folders: 2 ** 32 })),
      /lists 4294967296 of a kind/,
    ],
    [
      'of more folders than it has room for',
      sevenZipAround(PAYLOAD, listingOf({ folders: 5000 })),
      /no room for 5000/,
    ],
    [
      'of 4 GiB streams',
      sevenZipAround(PAYLOAD, listingOf({ streams: 2 ** 32 })),
      /lists 4294967295 of a kind/,
    ],
    ['of numbers beyond 2⁵³', sevenZipAround(PAYLOAD, listingOf({ size: 2 ** 60 })), /larger than any file/],
  ])('that is %s is missed', async (_name, bytes, why) => {
    const inspection = await inspectRecorded(bytes);
    expect(inspection.notRead[0]?.why).toMatch(why);
    expect(inspection.status).toBe('partial');
  });

  it('that comes out of itself again and again is not followed for long', async () => {
    // A folder that copies the list which says that it is compressed.
    const listing = Buffer.concat(
      [0x17, 0x06, 0, 1, 0x09, 22, 0, 0x07, 0x0b, 1, 0, 1, 1, 0, 0x0c, 22, 0, 0].map(sevenZipNumber),
    );
    const packed = Buffer.concat([listing, Buffer.alloc(22 - listing.length)]);
    const inspection = await inspectRecorded(sevenZipAround(packed, listing));
    expect(inspection.notRead[0]?.why).toMatch(/compressed more than 4 times/);
  });

  it('that comes out of a bomb is not made', async () => {
    const inspection = await inspectRecorded(
      sevenZipOf([folder([COPY], PAYLOAD)], {
        encodeHeader: () => ({
          coders: [{ id: '040108' }],
          packed: deflateRawSync(Buffer.alloc(32 * 1024 * 1024)),
        }),
      }),
    );
    expect(inspection.status).toBe('partial');
    const large = await inspectRecorded(
      sevenZipAround(
        PAYLOAD,
        Buffer.concat(
          [0x17, 0x06, 0, 1, 0x09, PAYLOAD.length, 0, 0x07, 0x0b, 1, 0, 1, 1, 0, 0x0c, 2 ** 32, 0, 0].map(
            sevenZipNumber,
          ),
        ),
      ),
    );
    expect(large.notRead[0]?.why).toMatch(/it would take 4294967296 bytes/);
  });

  it('that ends before the names leaves the content found', async () => {
    const inspection = await inspectRecorded(sevenZipAround(PAYLOAD, listingOf({}).subarray(0, -1)));
    expect(inspection.found).toEqual(['member 1 without a name']);
    expect(inspection.status).toBe('partial');
  });
});

/** What `lzma` of Python makes of calls among other bytes with FILTER_X86, behind so many zeros, and those bytes. */
const ZEROS = 65_536 - 200;
const BRANCHES = {
  filtered:
    '////6XoBAAPp0gABAFDoyf8A/wAAAOjB/wD/6OAAAf/pgf8AAOhK6AMAAADpvf8AAOhlAAADXWTEmOjL/wAA6JoAAAMAAAAhnrWc9qHo8gABAOia/wD/6H0A6f8AAP//6Ibo6f8AAOgOAQEAAOmWAAH/////6TcAAAOXEt0uaq7o6KZnAgAD6GYAAf/pCQEBAPdSGCnP6AMBAf/orwABAOkjAQEA6Mv/6f8AAOh2AQAD6cEAAQDoPwABAOjh/+n/AADoPAEBAP//9YyV8M5L6BwBAQCtXC37i7ggtpzocAEB/+gIAOr/AACuWwXygOkYAQH/6Ojo6EkBAP+zWOa6q0hV6TMBAf/VV+jo6JqKDmRR4VzprAABAOg+Aen/AADooAABAOlYAQEAAADoUQDq/wAA6Fjp6f8AAAAAAOg4AQEA6AwBAf/pmwEB/+giAQEA6K0AAAPp1AAB/+iA6en/AADvSFDD9GXpVwEBAOiSAen/AADoOgEAA+jVAQH/6KMA6v8AAOi2AQH/6K8B6f8AAA==',
  plain:
    '////6XoBAAPpjQEAAFDofgAA/wAAAOhuAAD/6IgBAP/pJAAAAOjo6AIAAADpVAAAAOhlAAADXWTEmOhUAAAA6JoAAAMAAAAhnrWc9qHoaAEAAOgLAAD/6OkA6P8AAP//6Ono6P8AAOhqAQAAAOnsAAD/////6TcAAAOXEt0uaq7o6OhnAQAD6KIAAP/pQAEAAPdSGCnP6DABAP/o1wAAAOlGAQAA6On/6P8AAOh2AQAD6dMAAADoTAAAAOjp/+j/AADoPQEAAP//9YyV8M5L6BABAACtXC37i7ggtpzoVgEA/+jp/+j/AACuWwXygOntAAD/6Ojo6EkBAP+zWOa6q0hV6fQAAP/VV+jo6JqKDmRR4VzpXAAAAOjpAOj/AADoRAAAAOn3AAAAAADo6f/o/wAA6Ono6P8AAAAAAOi/AAAA6I4AAP/pGAEA/+iaAAAA6K0AAAPpQgAA/+jp6Oj/AADvSFDD9GXpswAAAOjpAOj/AADoOgEAA+ggAQD/6On/6P8AAOj1AAD/6OkA6P8AAA==',
};

describe('branches of x86', () => {
  it('are made relative again, also where a read ends within them', async () => {
    const behindZeros = (base64: string): Buffer =>
      Buffer.concat([Buffer.alloc(ZEROS), Buffer.from(base64, 'base64')]);
    const filtered = bytesInMemory('x86', behindZeros(BRANCHES.filtered));
    const inPieces: ByteSource = {
      ...filtered,
      read: (at, length) => filtered.read(at, Math.min(length, 1024)),
    };
    const seen: Uint8Array[] = [];
    for await (const bytes of unbranchX86(inPieces, new Spending(DEFAULT_LIMITS))) seen.push(bytes);
    expect(seen.length).toBeGreaterThan(1);
    expect(Buffer.concat(seen).equals(behindZeros(BRANCHES.plain))).toBe(true);
  });
});

describe('hostile archives of 7-Zip', () => {
  it('survive cuts and flips', async () => {
    const bytes = sevenZipOf([folder([BCJ, LZMA2], lzma2Of(PAYLOAD)), folder([LZMA], lzmaOf(PAYLOAD))], {
      encodeHeader: (header) => ({ coders: [LZMA2], packed: lzma2Of(header) }),
    });
    expect(await survivesDamage(bytes, 1500)).toBeLessThan(1000);
  }, 60_000);
});
