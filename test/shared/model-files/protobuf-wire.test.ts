import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { DEFAULT_LIMITS, Spending } from '#shared/model-files/bytes/limits.ts';
import { glimpse } from '#shared/model-files/protobuf/glimpse.ts';
import { DEEPEST_MESSAGE, type Shape, type Walked, walkMessage } from '#shared/model-files/protobuf/wire.ts';
import {
  bytesOf,
  filled,
  fixed32,
  fixed64,
  group,
  int,
  nested,
  type Pieces,
  text,
  varint,
} from './protobuf-builder.ts';

const tree: Shape = {
  name: 'Tree',
  fields: {
    1: { called: 'number', number: true },
    2: { called: 'label', text: 'last' },
    3: { called: 'names', text: 'every' },
    4: { called: 'child', message: () => tree },
    5: { called: 'tensor', span: true },
  },
};

interface Seen {
  readonly path: string;
  readonly number?: number | undefined;
  readonly label?: string | undefined;
}

async function walk(
  source: ByteSource,
): Promise<Walked & { seen: Seen[]; names: string[]; spans: unknown[] }> {
  const seen: Seen[] = [];
  const names: string[] = [];
  const spans: unknown[] = [];
  const walked = await walkMessage({
    source,
    spending: new Spending(DEFAULT_LIMITS),
    shape: tree,
    end(message) {
      let path = '';
      for (let at = message.parent; at !== undefined; at = at.parent) path += '>';
      seen.push({ path, number: message.numbers.get('number'), label: message.texts.get('label') });
      names.push(...(message.lists.get('names') ?? []));
      spans.push(...message.spans.values());
    },
  });
  return { ...walked, seen, names, spans };
}

const walkPieces = (...parts: readonly Pieces[]) => walk(bytesInMemory('tree', bytesOf(...parts)));

describe('walkMessage', () => {
  it('gives what is wanted, inner messages before those that hold them', async () => {
    const { seen, names, damage } = await walkPieces(
      int(1, 300),
      text(3, 'a'),
      nested(4, int(1, 7), text(2, 'leaf')),
      text(3, 'b'),
    );
    expect(damage).toBeUndefined();
    expect(seen).toEqual([
      { path: '>', number: 7, label: 'leaf' },
      { path: '', number: 300, label: undefined },
    ]);
    expect(names).toEqual(['a', 'b']);
  });

  it('takes the last of a field that occurs twice, as parsers do', async () => {
    const { seen } = await walkPieces(text(2, 'first'), text(2, 'last'), int(1, 1), int(1, 2));
    expect(seen).toEqual([{ path: '', number: 2, label: 'last' }]);
  });

  it('skips unknown fields of every wire type, and known ones of another wire type', async () => {
    const { seen, damage } = await walkPieces(
      int(100, 2n ** 64n - 1n),
      fixed32(101),
      fixed64(102),
      filled(103, 5000),
      text(1, 'not a number'),
      int(2, 5),
      text(2, 'kept'),
    );
    expect(damage).toBeUndefined();
    expect(seen).toEqual([{ path: '', number: undefined, label: 'kept' }]);
  });

  it('goes through groups and counts them', async () => {
    const { seen, damage, groups } = await walkPieces(
      group(9, text(2, 'of the group'), group(10, int(1, 1))),
      text(2, 'own'),
    );
    expect(damage).toBeUndefined();
    expect(groups).toBe(2);
    expect(seen).toEqual([{ path: '', number: undefined, label: 'own' }]);
  });

  it.each<[string, Pieces, string]>([
    [
      'a length beyond the message that holds it',
      nested(4, [varint(2 * 8 + 2), varint(1000)]),
      'states 1000 bytes',
    ],
    ['a length of 64 bits', [varint(2 * 8 + 2), varint(2n ** 63n)], 'are left'],
    [
      'a varint of eleven bytes',
      [varint(8), new Uint8Array(10).fill(0xff), varint(1)],
      'a number does not end',
    ],
    ['a fixed value beyond the end', [varint(8 * 8 + 1), new Uint8Array(3)], 'reaches beyond'],
    ['a group that does not end', [varint(9 * 8 + 3)], 'a group does not end'],
    ['a group that ends under another number', [varint(9 * 8 + 3), varint(8 * 8 + 4)], 'did not begin'],
    ['the field 0', [varint(0)], 'the number 0'],
    ['a wire type that does not exist', [varint(8 + 7), varint(1)], 'wire type 7'],
  ])('reports %s', async (_what, pieces, why) => {
    const { damage } = await walkPieces(pieces);
    expect(damage?.why).toContain(why);
  });

  it('goes as deep as parsers of protobuf do and no deeper', async () => {
    const deep = (levels: number): Pieces => {
      let message: Pieces = [];
      for (let level = 0; level < levels; level++) message = nested(4, message);
      return message;
    };
    expect((await walkPieces(deep(DEEPEST_MESSAGE - 1))).damage).toBeUndefined();
    expect((await walkPieces(deep(DEEPEST_MESSAGE))).damage?.why).toContain('nests deeper');
    expect((await walkPieces(deep(3000))).damage?.why).toContain('nests deeper');
    const groups = Array.from({ length: 3000 }, () => varint(9 * 8 + 3));
    expect((await walkPieces(groups)).damage?.why).toContain('nests deeper');
  });

  it('reads none of the bytes of a span but those in the blocks at its ends', async () => {
    const file = bytesOf(int(1, 1), filled(5, 3_000_000), text(2, 'behind'));
    const reads: [number, number][] = [];
    const source: ByteSource = {
      name: 'tree',
      size: file.length,
      read: async (offset, length) => {
        reads.push([offset, length]);
        return file.subarray(offset, offset + length);
      },
    };
    const { seen, spans } = await walk(source);
    expect(seen).toEqual([{ path: '', number: 1, label: 'behind' }]);
    expect(spans).toEqual([{ from: 7, size: 3_000_000 }]);
    expect(reads.reduce((sum, [, length]) => sum + length, 0)).toBeLessThanOrEqual(3 * 4096);
  });

  it('notices that a file of unknown size ends within what is skipped', async () => {
    const whole = bytesOf(int(1, 1), filled(5, 10_000));
    const open = (length: number): ByteSource => ({
      ...bytesInMemory('tree', whole.subarray(0, length)),
      size: undefined,
    });
    expect((await walk(open(whole.length))).damage).toBeUndefined();
    expect((await walk(open(whole.length - 1))).damage?.why).toContain('reaches beyond');
  });
});

describe('glimpse', () => {
  it('gives the fields that begin in the first bytes, the last cut', () => {
    const fields = glimpse(bytesOf(int(1, 8), text(2, 'pytorch'), filled(7, 9000)).subarray(0, 100));
    expect(fields?.map(({ number, value, isCut }) => [number, value, isCut])).toEqual([
      [1, 8, false],
      [2, 7, false],
      [7, 9000, true],
    ]);
  });

  it('is nothing where the bytes are no message', () => {
    expect(glimpse(Uint8Array.of(0, 1, 2))).toBeUndefined();
    expect(glimpse(Uint8Array.of(0x0f, 1))).toBeUndefined();
  });
});
