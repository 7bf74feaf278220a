import { bytesInMemory } from '../bytes/byte-source.ts';
import { DEFAULT_LIMITS, Spending } from '../bytes/limits.ts';
import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { walkMessagePack } from '../msgpack/walk.ts';

/** The types of Flax: an array, a complex number, a scalar of NumPy; _MsgpackExtType of flax 0.12.8. */
const TYPES = new Set([1, 2, 3]);
/** A time, which MessagePack itself defines. */
const TIMESTAMP = 255;
const CHUNKED = '__msgpack_chunked_array__';

/** A map with a text as its first key, in which there are arrays of Flax. */
function claims(head: Head): boolean | Promise<boolean> {
  const { bytes } = head;
  const [kind = 0, key = 0] = bytes;
  const isMap = (kind > 0x80 && kind <= 0x8f) || kind === 0xde || kind === 0xdf;
  const first = kind === 0xde ? bytes[3] : kind === 0xdf ? bytes[5] : key;
  if (!isMap || first === undefined || !((first > 0xa0 && first <= 0xbf) || first === 0xd9)) return false;
  return holdsArrays(head);
}

async function holdsArrays({ bytes, size, source }: Head): Promise<boolean> {
  let isFlax = false;
  const seen = { ...bytesInMemory(source.name, bytes), size };
  await walkMessagePack({
    source: seen,
    spending: new Spending(DEFAULT_LIMITS),
    extension: (type) => {
      isFlax ||= TYPES.has(type);
    },
    text: (text) => {
      isFlax ||= text === CHUNKED;
    },
  });
  return isFlax;
}

export default {
  id: 'msgpack-flax',
  title: 'Flax checkpoint in MessagePack',
  source: 'flax, flax/serialization.py',
  claims,
  async inspect(source, inspecting) {
    const unknown = new Set<number>();
    const { end, damage } = await walkMessagePack({
      source,
      spending: inspecting.spending,
      extension(type, offset) {
        if (TYPES.has(type) || type === TIMESTAMP || unknown.has(type)) return;
        unknown.add(type);
        inspecting.observe({
          rule: 'msgpack-flax.unknown-type',
          effect: 'review',
          offset,
          text: `It has values of the type ${type}, which Flax does not define: whoever loads it must bring what reads them.`,
        });
      },
    });
    if (damage !== undefined) inspecting.missed(`what follows byte ${end} was not understood: ${damage}`);
    else if (source.size !== undefined && end < source.size)
      inspecting.observe({
        rule: 'msgpack-flax.trailing-bytes',
        effect: 'review',
        offset: end,
        text: `${source.size - end} bytes follow the checkpoint.`,
      });
    inspecting.observe({
      rule: 'msgpack-flax.arrays',
      effect: 'note',
      text: 'It holds arrays by name. Flax makes them of bytes, a shape and a type, none of which is code.',
    });
  },
} satisfies ModelFormat;
