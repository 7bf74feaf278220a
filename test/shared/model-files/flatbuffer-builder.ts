/** A value of a flatbuffer. A table has a place for each of its fields, those that it lacks undefined. */
export type Value =
  | { readonly i8: number }
  | { readonly u32: number }
  | { readonly string: string }
  | { readonly bytes: number }
  | { readonly table: readonly (Value | undefined)[] }
  | { readonly vector: readonly Value[] };

/** A flatbuffer with this root and these letters to know it by. What is referred to stands behind what refers. */
export function flatbuffer(identifier: string, root: Value): Uint8Array {
  const out: number[] = [0, 0, 0, 0, ...Buffer.from(identifier)];
  const put = (at: number, value: number, size: number): void => {
    for (let index = 0; index < size; index++) out[at + index] = Math.floor(value / 256 ** index) & 0xff;
  };
  const append = (value: number, size: number): void => put(out.length, value, size);
  const refer = (at: number, value: Value): void => put(at, emit(value) - at, 4);

  function emit(value: Value): number {
    while (out.length % 4 !== 0) out.push(0);
    if ('string' in value) {
      const at = out.length;
      const letters = Buffer.from(value.string);
      append(letters.length, 4);
      out.push(...letters, 0);
      return at;
    }
    if ('bytes' in value) {
      const at = out.length;
      append(value.bytes, 4);
      for (let index = 0; index < value.bytes; index++) out.push(0x77);
      return at;
    }
    if ('vector' in value) {
      const at = out.length;
      append(value.vector.length, 4);
      for (const _element of value.vector) append(0, 4);
      for (const [index, element] of value.vector.entries()) {
        const slot = at + 4 + 4 * index;
        if ('u32' in element) put(slot, element.u32, 4);
        else refer(slot, element);
      }
      return at;
    }
    if (!('table' in value)) throw new Error('a number stands in its table');
    const { table: fields } = value;
    const vtable = out.length;
    append(4 + 2 * fields.length, 2);
    append(4 + 4 * fields.length, 2);
    for (const [index, field] of fields.entries()) append(field === undefined ? 0 : 4 + 4 * index, 2);
    while (out.length % 4 !== 0) out.push(0);
    const table = out.length;
    append(table - vtable, 4);
    for (const _field of fields) append(0, 4);
    for (const [index, field] of fields.entries()) {
      const slot = table + 4 + 4 * index;
      if (field === undefined) continue;
      if ('i8' in field) put(slot, field.i8, 1);
      else if ('u32' in field) put(slot, field.u32, 4);
      else refer(slot, field);
    }
    return table;
  }

  put(0, emit(root), 4);
  return Uint8Array.from(out);
}
