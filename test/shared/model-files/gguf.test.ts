import { describe, expect, it } from 'vitest';
import gguf from '#shared/model-files/formats/gguf.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { expectRobust, inspectedAs, rulesOf, sparse } from './inspecting.ts';

/** Writes GGUF of one version, in one order of bytes. */
function writer(version: number, isBigEndian = false) {
  const number = (bytes: number, value: number | bigint): Buffer => {
    const written = Buffer.alloc(8);
    if (isBigEndian) written.writeBigUInt64BE(BigInt(value));
    else written.writeBigUInt64LE(BigInt(value));
    return isBigEndian ? written.subarray(8 - bytes) : written.subarray(0, bytes);
  };
  const uint32 = (value: number | bigint): Buffer => number(4, value);
  const count = (value: number | bigint): Buffer => number(version === 1 ? 4 : 8, value);
  const string = (text: string): Buffer => Buffer.concat([count(Buffer.byteLength(text)), Buffer.from(text)]);
  return {
    uint32,
    count,
    string,
    uint64: (value: number | bigint): Buffer => number(8, value),
    keyString: (key: string, value: string): Buffer => Buffer.concat([string(key), uint32(8), string(value)]),
    keyNumber: (key: string, value: number): Buffer => Buffer.concat([string(key), uint32(4), uint32(value)]),
    keyArray: (key: string, type: number, length: number | bigint, ...elements: readonly Buffer[]): Buffer =>
      Buffer.concat([string(key), uint32(9), uint32(type), count(length), ...elements]),
    tensor: (name: string, dimensions: readonly (number | bigint)[], type: number, offset: number): Buffer =>
      Buffer.concat([
        string(name),
        uint32(dimensions.length),
        ...dimensions.map(count),
        uint32(type),
        number(8, offset),
      ]),
    file(keyValues: readonly Buffer[], tensors: readonly Buffer[], data: number, alignment = 32): Buffer {
      const header = Buffer.concat([
        Buffer.from('GGUF'),
        uint32(version),
        count(tensors.length),
        count(keyValues.length),
        ...keyValues,
        ...tensors,
      ]);
      return Buffer.concat([
        header,
        Buffer.alloc((alignment - (header.length % alignment)) % alignment),
        Buffer.alloc(data),
      ]);
    },
  };
}

const F32 = 0;
const Q4_K = 12;
const three = writer(3);
const usual = (written = three): readonly Buffer[] => [
  written.keyString('general.architecture', 'llama'),
  written.keyNumber('general.alignment', 32),
  written.keyArray('tokenizer.ggml.tokens', 8, 3, ...['a', 'b', 'ccc'].map(written.string)),
  written.keyArray('tokenizer.ggml.scores', 6, 3, Buffer.alloc(12)),
  written.keyString('tokenizer.chat_template', '{% for m in messages %}{{ m.content }}{% endfor %}'),
];
const twoTensors = (written = three): readonly Buffer[] => [
  written.tensor('a.weight', [256, 2], Q4_K, 0),
  written.tensor('b.weight', [8], F32, 288),
];

describe('a GGUF file', () => {
  it.each([
    ['the first version', writer(1)],
    ['the second version', writer(2)],
    ['the third version', writer(3)],
    ['the third version with its bytes the other way round', writer(3, true)],
  ])('of %s is clean', async (_name, written) => {
    const file = written.file(usual(written), twoTensors(written), 320);
    const inspection = await inspectedAs(file, gguf);
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete', observations: [], notRead: [] });
  });

  it.each(['tokenizer.chat_template', 'tokenizer.chat_template.tool_use'])(
    'gives its %s to the inspection of templates (CVE-2024-34359, CVE-2026-5760)',
    async (key) => {
      const attack = three.keyString(key, "{{ ''.__class__.__mro__ }}");
      for (const keyValues of [
        [attack, ...usual().slice(0, 4)],
        [...usual().slice(0, 4), attack],
      ]) {
        const inspection = await inspectedAs(three.file(keyValues, twoTensors(), 320), gguf);
        expect(inspection.verdict).toBe('dangerous');
        expect(inspection.observations[0]).toMatchObject({ rule: 'template.internal-attribute' });
        expect(inspection.observations[0]?.offset).toBeGreaterThan(0);
      }
    },
  );

  const withTensors = (...tensors: readonly Buffer[]): Buffer => three.file(usual(), tensors, 320);
  it.each([
    [
      'of which the size overflows (CVE-2026-33298)',
      withTensors(three.tensor('a', [2n ** 62n, 4n], F32, 0)),
      'gguf.tensor-size-overflow',
    ],
    [
      'of which the elements alone overflow',
      withTensors(three.tensor('a', [2n ** 32n, 2n ** 32n], Q4_K, 0)),
      'gguf.tensor-size-overflow',
    ],
    [
      'larger than the file (CVE-2026-7482)',
      withTensors(three.tensor('a', [1_000_000], F32, 0)),
      'gguf.tensor-beyond-file',
    ],
    [
      'larger than its place, and beyond the end',
      withTensors(three.tensor('a', [90], F32, 0), three.tensor('b', [8], F32, 288)),
      'gguf.tensor-beyond-file',
    ],
  ])('with a tensor %s is dangerous', async (_name, file, rule) => {
    const inspection = await inspectedAs(file, gguf);
    expect(rulesOf(inspection)).toContain(rule);
    expect(inspection.verdict).toBe('dangerous');
  });

  it('that a download cut off is for a person to look at, and no exploit', async () => {
    const inspection = await inspectedAs(three.file(usual(), twoTensors(), 300), gguf);
    expect(rulesOf(inspection)).toEqual(['gguf.cut-off']);
    expect(inspection.verdict).toBe('review');
  });

  const nested = (depth: number): Buffer =>
    depth === 0
      ? Buffer.concat([three.uint32(4), three.count(0)])
      : Buffer.concat([three.uint32(9), three.count(1), nested(depth - 1)]);
  const withKey = (value: Buffer): Buffer => three.file([...usual(), value], twoTensors(), 320);
  it.each([
    ['a key twice', withKey(three.keyNumber('general.alignment', 32)), 'gguf.duplicate-key'],
    [
      'arrays in an array',
      withKey(Buffer.concat([three.string('x'), three.uint32(9), nested(1)])),
      'gguf.nested-array',
    ],
    [
      'arrays in arrays without end',
      withKey(Buffer.concat([three.string('x'), three.uint32(9), nested(5000)])),
      'gguf.nested-array',
    ],
    [
      'an alignment of none',
      three.file([three.keyNumber('general.alignment', 0)], twoTensors(), 320),
      'gguf.alignment',
    ],
    [
      'tensors that overlap',
      withTensors(three.tensor('a', [80], F32, 0), three.tensor('b', [8], F32, 288)),
      'gguf.overlap',
    ],
    ['a tensor beside its alignment', withTensors(three.tensor('a', [8], F32, 4)), 'gguf.tensor-not-aligned'],
    [
      'a tensor of a type nobody knows',
      withTensors(three.tensor('a', [8], 77, 0)),
      'gguf.unknown-tensor-type',
    ],
    [
      'an array longer than numbers go',
      withKey(three.keyArray('x', 10, 2n ** 62n)),
      'gguf.implausible-length',
    ],
    ['a key longer than numbers go', withKey(three.count(2n ** 64n - 1n)), 'gguf.implausible-length'],
  ])('with %s is for a person to look at', async (_name, file, rule) => {
    const inspection = await inspectedAs(file, gguf);
    expect(rulesOf(inspection)).toContain(rule);
    expect(inspection.verdict).toBe('review');
  });

  it.each([
    [
      'more tensors than anybody has',
      Buffer.concat([Buffer.from('GGUF'), three.uint32(3), three.count(2n ** 40n), three.count(0)]),
    ],
    [
      'more keys than anybody has',
      Buffer.concat([Buffer.from('GGUF'), three.uint32(3), three.count(0), three.count(2n ** 40n)]),
    ],
    ['strings beyond the end', withKey(three.keyArray('x', 8, 2n ** 40n))],
    ['an array beyond the end', withKey(three.keyArray('x', 4, 1_000_000))],
    ['a value of a type nobody knows', withKey(Buffer.concat([three.string('x'), three.uint32(99)]))],
    ['elements of a type nobody knows', withKey(three.keyArray('x', 99, 1))],
    ['more dimensions than anybody has', withTensors(three.tensor('a', [1, 1, 1, 1, 1], F32, 0))],
    ['a version nobody knows', writer(4).file([], [], 0)],
    [
      'a template longer than anybody reads',
      withKey(three.keyString('tokenizer.chat_template', 'x'.repeat(2 ** 21))),
    ],
  ])('with %s is partial, and never clean', async (_name, file) => {
    expect(await inspectedAs(file, gguf)).toMatchObject({ verdict: 'review', status: 'partial' });
  });

  /** A vocabulary in the sizes of real ones: tokens of seven bytes, merges of eleven. */
  function vocabulary(tokens: number, merges: number): Buffer {
    const words = (count: number, length: number): Buffer =>
      Buffer.concat(
        Array.from({ length: count }, (_each, index) =>
          three.string(String(index).padStart(length - (index % 3), 'w')),
        ),
      );
    const header = three.file(
      [
        ...usual().slice(0, 2),
        three.keyArray('tokenizer.ggml.tokens', 8, tokens, words(tokens, 7)),
        three.keyArray('tokenizer.ggml.scores', 6, tokens, Buffer.alloc(4 * tokens)),
        three.keyArray('tokenizer.ggml.token_type', 5, tokens, Buffer.alloc(4 * tokens)),
        ...(merges === 0 ? [] : [three.keyArray('tokenizer.ggml.merges', 8, merges, words(merges, 11))]),
        three.keyString('tokenizer.chat_template', "{{ ''.__class__ }}"),
      ],
      Array.from({ length: 300 }, (_each, index) =>
        three.tensor(`blk.${index}.attn_q.weight`, [1024, 874], F32, index * 1024 * 874 * 4),
      ),
      0,
    );
    return header;
  }

  it('with 32,000 tokens of a gigabyte takes less than a thousandth of it', async () => {
    const header = vocabulary(32_000, 0);
    const size = header.length + 300 * 1024 * 874 * 4;
    const inspection = await inspectModelFile(sparse(header, size), { formats: [gguf] });
    expect(inspection).toMatchObject({ status: 'complete', verdict: 'dangerous' });
    expect(size).toBeGreaterThan(1024 ** 3);
    expect(inspection.bytesRead).toBeLessThan(size / 1000);
  });

  it('with 128,000 tokens and 280,000 merges is walked whole, and little more is read', async () => {
    const header = vocabulary(128_256, 280_147);
    const size = header.length + 300 * 1024 * 874 * 4;
    const inspection = await inspectModelFile(sparse(header, size), { formats: [gguf] });
    expect(inspection).toMatchObject({ status: 'complete', verdict: 'dangerous' });
    expect(inspection.bytesRead).toBeLessThan(header.length + 1024 * 1024);
  });

  it('never throws for what is damaged, and is never clean cut off', async () => {
    for (const written of [writer(1), writer(3), writer(3, true)])
      expect(await expectRobust(written.file(usual(written), twoTensors(written), 320), [gguf])).toEqual({
        cutAndClean: [],
      });
  });
});
