import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { DEFAULT_LIMITS } from '#shared/model-files/bytes/limits.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { OP } from '#shared/model-files/pickle/opcodes.ts';
import { seeds } from '#test/fuzz/seeds.ts';
import { PAYLOAD, tarOf, zipOf } from './archives.ts';
import { bytesOf, proto, SYSTEM, string, u32, u64 } from './pickle-builder.ts';
import { LZMA2, lzma2Of, sevenZipOf } from './seven-zip-builder.ts';

const MIB = 1024 * 1024;
const FOUR_GIB = 2 ** 32;

/** Inspects, and tells the longest read that was asked for and how much memory it took. */
async function measured(
  bytes: Uint8Array,
  limits = {},
): Promise<Inspection & { readonly longestRead: number; readonly grown: number }> {
  let longestRead = 0;
  const source: ByteSource = {
    ...bytesInMemory('model', bytes),
    read: async (offset, length) => {
      longestRead = Math.max(longestRead, length);
      return bytes.subarray(offset, offset + length);
    },
  };
  const before = process.memoryUsage().rss;
  const inspection = await inspectModelFile(source, { limits });
  return { ...inspection, longestRead, grown: process.memoryUsage().rss - before };
}

const isHonest = ({ status, verdict, notRead }: Inspection): boolean =>
  status === 'complete' ? true : verdict !== 'clean' && notRead.length > 0;

describe('more than a million opcodes', () => {
  const floats = Buffer.alloc(9 * 1_200_000);
  for (let at = 0; at < floats.length; at += 9) floats[at] = OP.BINFLOAT;

  it('of numbers are walked to their end, and clean', async () => {
    const seen = await inspectModelFile(bytesInMemory('model', bytesOf(proto(2), ']', '(', floats, 'e.')));
    expect(seen).toMatchObject({ status: 'complete', verdict: 'clean', observations: [] });
  }, 60_000);

  it('hide no payload behind two million of them', async () => {
    const seen = await inspectModelFile(
      bytesInMemory('model', bytesOf(proto(2), Buffer.from('N0'.repeat(1_000_000)), SYSTEM, '.')),
    );
    expect(seen).toMatchObject({ status: 'complete', verdict: 'dangerous', globals: ['os.system'] });
  }, 60_000);
});

const big = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const npyHeader = (version: number, length: Uint8Array): Uint8Array =>
  bytesOf(0x93, 'NUMPY', version, 0, length, "{'a");
const gguf = (tensors: number, keys: number, ...more: readonly Uint8Array[]): Uint8Array =>
  bytesOf('GGUF', u32(3), u64(tensors), u64(keys), ...more);
const flat = Buffer.concat([u32(FOUR_GIB - 16), Buffer.from('TFL3'), Buffer.alloc(64)]);
const varint = [0xff, 0xff, 0xff, 0xff, 0x0f] as const;

/** Files of a few bytes that say that four GiB follow. */
const DECLARED: readonly (readonly [string, Uint8Array])[] = [
  ['BINUNICODE8', bytesOf(proto(4), OP.BINUNICODE8, u64(FOUR_GIB), 'x')],
  ['BINBYTES8', bytesOf(proto(4), OP.BINBYTES8, u64(FOUR_GIB), 'x')],
  ['BYTEARRAY8', bytesOf(proto(5), OP.BYTEARRAY8, u64(2n ** 62n), 'x')],
  ['LONG4', bytesOf(proto(2), OP.LONG4, u32(0x7fffffff), 'x')],
  ['FRAME', bytesOf(proto(4), OP.FRAME, u64(FOUR_GIB), 'N')],
  ['LONG_BINPUT', bytesOf(proto(2), 'N', OP.LONG_BINPUT, u32(FOUR_GIB - 1))],
  ['the header of npy', npyHeader(2, u32(FOUR_GIB - 1))],
  ['the header of safetensors', bytesOf(u64(FOUR_GIB), '{"a":')],
  ['keys of GGUF', gguf(0, FOUR_GIB)],
  ['tensors of GGUF', gguf(FOUR_GIB, 0)],
  ['a string of GGUF', gguf(0, 1, u64(FOUR_GIB), Buffer.from('x'))],
  ['an array of GGUF', gguf(0, 1, u64(1), Buffer.from('k'), u32(9), u32(8), u64(FOUR_GIB))],
  ['a message of protobuf', bytesOf(0x08, 9, 0x3a, varint, 0x0a, 0)],
  ['the root of a flatbuffer', flat],
  ['a vector of R', bytesOf('X\n', big(2), big(0x40000), big(0x20300), big(14), big(0x7fffffff))],
  ['a list of R', bytesOf('X\n', big(2), big(0x40000), big(0x20300), big(19), big(0x7fffffff))],
  ['a member of tar', tarOf([{ name: 'weights', size: FOUR_GIB }])],
  [
    'a member of ZIP',
    zipOf([{ name: 'a', content: PAYLOAD, method: 'deflate', declaredSize: FOUR_GIB - 2 }]),
  ],
  [
    'a member of 7-Zip',
    sevenZipOf([{ coders: [LZMA2], packed: lzma2Of(PAYLOAD), members: [{ name: 'a', size: FOUR_GIB }] }]),
  ],
  [
    'HDF5',
    bytesOf(
      [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a],
      2,
      8,
      8,
      0,
      u64(0),
      u64(2n ** 62n),
      u64(FOUR_GIB),
      u64(FOUR_GIB),
    ),
  ],
];

describe('a length of four GiB', () => {
  it.each(DECLARED)('in %s makes nothing of itself', async (_where, bytes) => {
    const seen = await measured(bytes);
    expect(seen.longestRead).toBeLessThanOrEqual(bytes.length);
    expect(seen.grown).toBeLessThan(64 * MIB);
    expect(seen.verdict).not.toBe('clean');
    expect(isHonest(seen)).toBe(true);
  });
});

describe('bombs', () => {
  const EXPANDED = 8 * MIB;

  it('of archives in archives, of 42 KB and petabytes, end at the depth that is allowed', async () => {
    // As 42.zip: sixteen archives of one content at each level, and zeros at the lowest.
    let bytes = zipOf([
      { name: '0.dll', content: Buffer.alloc(4 * MIB), method: 'deflate', declaredSize: FOUR_GIB - 2 },
    ]);
    for (let level = 0; level < 8; level++) {
      const content = bytes;
      bytes = zipOf(
        Array.from({ length: level < 3 ? 16 : 1 }, (_, each) => ({
          name: `${each}.zip`,
          content,
          method: 'deflate' as const,
        })),
      );
    }
    expect(bytes.length).toBeLessThan(100_000);
    const seen = await measured(bytes, { expandedBytes: EXPANDED });
    expect(seen).toMatchObject({ status: 'partial', verdict: 'review' });
    expect(seen.notRead.map(({ why }) => why).join()).toMatch(/archives deep|come out of what is compressed/);
    expect(seen.grown).toBeLessThan(256 * MIB);
  }, 60_000);

  it('of members over one another say petabytes and cost their heads', async () => {
    const kernel = {
      name: '0',
      method: { number: 8, bytes: deflateRawSync(Buffer.alloc(4 * MIB)) },
      declaredSize: FOUR_GIB - 2,
    };
    const copies = Array.from({ length: 2000 }, (_, copy) => ({ ...kernel, name: `${copy + 1}`, at: 0 }));
    const seen = await measured(zipOf([kernel, ...copies]), { expandedBytes: 256 * MIB });
    expect(seen.observations.map(({ rule }) => rule)).toContain('zip.overlapping-entries');
    expect(seen.verdict).toBe('review');
    expect(seen.grown).toBeLessThan(512 * MIB);
  }, 60_000);

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ] as const)(
    'of %s end at the limit',
    async (_name, compress) => {
      // Text of a pickle that never ends, so that somebody has to read it.
      const endless = bytesOf(proto(2), Buffer.from('N0'.repeat(16 * MIB)), '.');
      const seen = await measured(compress(endless), { expandedBytes: EXPANDED });
      expect(seen).toMatchObject({ status: 'partial', verdict: 'review' });
      expect(seen.grown).toBeLessThan(256 * MIB);
    },
    60_000,
  );

  it('of many layers end at the depth that is allowed', async () => {
    let bytes: Buffer = Buffer.from(PAYLOAD);
    for (let layer = 0; layer <= DEFAULT_LIMITS.depth; layer++) bytes = gzipSync(bytes);
    const seen = await measured(bytes);
    expect(seen).toMatchObject({ status: 'partial', verdict: 'review' });
  });

  it('of members of one name are each inspected', async () => {
    const again = Array.from({ length: 20 }, () => ({ name: 'data.pkl', content: PAYLOAD }));
    const seen = await measured(zipOf(again));
    expect(seen).toMatchObject({ status: 'complete', verdict: 'dangerous' });
    expect(seen.observations.map(({ rule }) => rule)).toContain('zip.duplicate-name');
  });
});

describe('text that a pattern would be long about', () => {
  const program = (expression: string) => `{"graph_module":{"nodes":[{"expr_str":"${expression}"}]}}`;
  const torchScript = (code: string) =>
    zipOf(
      ['data.pkl', 'constants.pkl', 'code/x.py'].map((name) => ({
        name: `m/${name}`,
        content: name.endsWith('py') ? Buffer.from(code) : bytesOf(proto(2), ').'),
      })),
    );
  const long = 500_000;

  it.each([
    ['a size of torch.export', program('a'.repeat(long))],
    ['a size with spaces', program(`a${' '.repeat(long)}b`)],
    ['names of TorchScript', torchScript('torch'.repeat(long / 5))],
    ['spaces of TorchScript', torchScript(`ops${' '.repeat(long)}`)],
    ['names given in TorchScript', torchScript('= '.repeat(long / 2))],
    ['comments', '# x\r\n'.repeat(long / 5)],
    ['comments of one line', `#${'x'.repeat(long)}`],
    ['spaces and a template', `${' '.repeat(long)}{{ x }}`],
    ['tags that do not end', '!'.repeat(long)],
    ['tags of Python', 'python/'.repeat(long / 7)],
    ['targets', '_target_'.repeat(long / 8)],
    ['brackets', `${'['.repeat(long)}`],
    ['brackets of a template', '{{'.repeat(long / 2)],
    ['graphs as text', 'graph_def '.repeat(long / 10)],
  ])('is done with %s', async (_what, content) => {
    const seen = await measured(typeof content === 'string' ? Buffer.from(content) : content);
    expect(['complete', 'partial']).toContain(seen.status);
    expect(seen.grown).toBeLessThan(256 * MIB);
  });
});

/** A begin of these is a whole one of its kind, or of another: text, and what ends where its reader says. */
const MAY_END_ANYWHERE = new Set([
  'chat template',
  'Hydra',
  'Python',
  'config.json',
  'Keras configuration',
  'PMML',
  'LightGBM',
]);
/** What fills up the last eight bytes of a file is no part of it. */
const FILLED_UP = 8;
/** Where a file ends before its last part as a whole one would: a message between two fields, a text at a bracket. */
const LIKE_A_WHOLE_ONE: Readonly<Record<string, readonly number[]>> = {
  ONNX: [31],
  'XGBoost in JSON': [27, 49, 50],
  'text with a template': [43, 44],
};

const WHOLE: readonly (readonly [string, Uint8Array])[] = [
  ...seeds()
    .own.filter(({ name }) => !MAY_END_ANYWHERE.has(name))
    .map(({ name, bytes }) => [name, bytes] as const),
  [
    '7-Zip',
    sevenZipOf([
      { coders: [LZMA2], packed: lzma2Of(PAYLOAD), members: [{ name: 'data.pkl', size: PAYLOAD.length }] },
    ]),
  ],
  ['strings', bytesOf(proto(2), '}', string('a'), string('b'), 's.')],
];

describe('a file that is cut off', () => {
  it.each(WHOLE)(
    'is never clean at any length: %s',
    async (name, bytes) => {
      const clean: number[] = [];
      for (let length = 0; length < bytes.length; length++) {
        const seen = await inspectModelFile(bytesInMemory('model', bytes.subarray(0, length)));
        expect(isHonest(seen)).toBe(true);
        if (seen.verdict === 'clean' && !seen.formats.includes('plain-text')) clean.push(length);
      }
      const atEnd = name.startsWith('HDF5') ? bytes.length - FILLED_UP : bytes.length;
      expect(clean.filter((length) => length < atEnd)).toEqual(LIKE_A_WHOLE_ONE[name] ?? []);
    },
    60_000,
  );
});
