import { describe, expect, it } from 'vitest';
import safetensors from '#shared/model-files/formats/safetensors.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { expectRobust, inspectedAs, rulesOf, sparse } from './inspecting.ts';

const withHeader = (header: string, data: number, length = Buffer.byteLength(header)): Buffer => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(length));
  return Buffer.concat([size, Buffer.from(header), Buffer.alloc(data)]);
};
const tensors = (described: object, data: number): Buffer => withHeader(JSON.stringify(described), data);
const two = {
  __metadata__: { format: 'pt' },
  'a.weight': { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
  'a.bias': { dtype: 'BF16', shape: [2], data_offsets: [24, 28] },
};

describe('a safetensors file', () => {
  it('is clean where it keeps to the format, also with its tensors in another order and spaces after the header', async () => {
    const { __metadata__, ...named } = two;
    const reversed = Object.fromEntries(Object.entries(named).reverse());
    for (const file of [
      tensors(two, 28),
      tensors(reversed, 28),
      withHeader(`${JSON.stringify(two)}    `, 28),
    ]) {
      const inspection = await inspectedAs(file, safetensors);
      expect(inspection).toMatchObject({
        verdict: 'clean',
        status: 'complete',
        observations: [],
        notRead: [],
      });
    }
  });

  const weight = (changes: object) => ({ ...two, 'a.bias': { ...two['a.bias'], ...changes } });
  it.each([
    ['bytes that belong to nobody', tensors(two, 29), 'safetensors.trailing-bytes'],
    ['tensors beyond the end', tensors(two, 27), 'safetensors.data-beyond-file'],
    ['a hole', tensors(weight({ data_offsets: [26, 30] }), 30), 'safetensors.hole'],
    ['an overlap', tensors(weight({ data_offsets: [20, 24] }), 24), 'safetensors.overlap'],
    ['a shape of another size', tensors(weight({ shape: [3] }), 28), 'safetensors.size-mismatch'],
    ['an unknown type', tensors(weight({ dtype: 'OBJ' }), 28), 'safetensors.unknown-dtype'],
    [
      'a type that only JavaScript knows',
      tensors(weight({ dtype: 'constructor' }), 28),
      'safetensors.unknown-dtype',
    ],
    [
      'offsets the wrong way round',
      tensors(weight({ data_offsets: [28, 24] }), 28),
      'safetensors.offsets-reversed',
    ],
    ['offsets below zero', tensors(weight({ data_offsets: [-4, 0] }), 28), 'safetensors.tensor-malformed'],
    [
      'a shape that overflows',
      tensors(weight({ shape: [2 ** 40, 2 ** 40] }), 28),
      'safetensors.shape-overflow',
    ],
    [
      'an overflow hidden by a zero',
      tensors(weight({ shape: [2 ** 40, 2 ** 40, 0], data_offsets: [24, 24] }), 24),
      'safetensors.shape-overflow',
    ],
    [
      'metadata that are no strings',
      tensors({ ...two, __metadata__: { a: {} } }, 28),
      'safetensors.metadata-malformed',
    ],
    ['a header that is no JSON', withHeader('{"a": nothing}', 0), 'safetensors.header-damaged'],
    ['a header with something after it', withHeader('{} \n{}', 0), 'safetensors.header-padding'],
    ['a header beyond the end', withHeader('{}', 0, 4000), 'safetensors.header-beyond-file'],
    [
      'a header longer than the format allows',
      withHeader('{}', 0, 100_000_001),
      'safetensors.header-too-long',
    ],
    ['a header nested without end', withHeader('{"a":'.repeat(100_000), 0), 'safetensors.header-damaged'],
  ])('is for a person to look at with %s', async (_name, file, rule) => {
    const inspection = await inspectedAs(file, safetensors);
    expect(rulesOf(inspection)).toContain(rule);
    expect(inspection.verdict).toBe('review');
  });

  it('tells of a key that stands twice, which parsers of JSON hide', async () => {
    const twice =
      '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}';
    const inspection = await inspectedAs(withHeader(twice, 1), safetensors);
    expect(rulesOf(inspection)).toEqual(['safetensors.duplicate-key']);
  });

  it('notes metadata that read like code, and stays clean: nothing runs them', async () => {
    const inspection = await inspectedAs(
      tensors({ ...two, __metadata__: { a: '__import__("os")' } }, 28),
      safetensors,
    );
    expect(inspection).toMatchObject({
      verdict: 'clean',
      observations: [{ rule: 'safetensors.unusual-metadata' }],
    });
  });

  it('reads the header alone of a gigabyte', async () => {
    const bytes = 1024 ** 3;
    const named = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `model.layers.${index}.self_attn.q_proj.weight`,
        { dtype: 'U8', shape: [1024, 3495], data_offsets: [index * 1024 * 3495, (index + 1) * 1024 * 3495] },
      ]),
    );
    const begin = tensors(named, 0);
    const source = sparse(begin, begin.length + 300 * 1024 * 3495);
    const inspection = await inspectModelFile(source, { formats: [safetensors] });
    expect(inspection).toMatchObject({ verdict: 'clean', status: 'complete' });
    expect(source.size).toBeGreaterThan(bytes * 0.99);
    expect(inspection.bytesRead).toBeLessThan(begin.length + 2 * 4096);
  });

  it('never throws for what is damaged, and is never clean cut off', async () => {
    expect(await expectRobust(tensors(two, 28), [safetensors])).toEqual({ cutAndClean: [] });
  });
});
