/** Writes small HDF5 files: groups of the first kind, and groups of the second kind with links as messages. */

export interface LinkTo {
  readonly name: string;
  readonly soft?: string;
  readonly external?: { readonly file: string; readonly path: string };
  readonly userDefined?: number;
  readonly hard?: number;
}

const UNDEFINED = 0xffff_ffff_ffff_ffffn;

export function number(value: number | bigint, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let left = BigInt(value);
  for (let at = 0; at < size; at++) {
    bytes[at] = Number(left & 0xffn);
    left >>= 8n;
  }
  return bytes;
}

export function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7)]);
}

export interface Written {
  readonly type: number;
  readonly bytes: Buffer;
}

/** Of the index 0 is what is free; its length is that of its header too. */
export const objectInHeap = (index: number, bytes: Buffer): Buffer =>
  Buffer.concat([
    number(index, 2),
    number(1, 2),
    number(0, 4),
    number(index === 0 ? 16 + bytes.length : bytes.length, 8),
    padded(bytes),
  ]);

export class Hdf5Builder {
  #parts: Buffer[] = [];
  #length = 0;
  readonly #version: 0 | 2;
  /** Stand before the object in each global heap. */
  earlierInHeap: readonly Buffer[] = [];
  readonly #userBlock: number;

  constructor(version: 0 | 2, userBlock = 0) {
    this.#version = version;
    this.#userBlock = userBlock;
    this.#put(Buffer.alloc(version === 0 ? 96 : 48));
  }

  #put(bytes: Buffer): number {
    const at = this.#length;
    const whole = padded(bytes);
    this.#parts.push(whole);
    this.#length += whole.length;
    return at;
  }

  put(bytes: Buffer): number {
    return this.#put(bytes);
  }

  get next(): number {
    return this.#length;
  }

  /** An object header of the version that goes with the superblock, maybe with a continuation block for the last messages. */
  object(messages: readonly Written[], inContinuation: readonly Written[] = []): number {
    return this.#version === 0
      ? this.#object1(messages, inContinuation)
      : this.#object2(messages, inContinuation);
  }

  #object1(messages: readonly Written[], inContinuation: readonly Written[]): number {
    const encode = (written: readonly Written[]): Buffer =>
      Buffer.concat(
        written.map(({ type, bytes }) => {
          const whole = padded(bytes);
          return Buffer.concat([number(type, 2), number(whole.length, 2), number(0, 4), whole]);
        }),
      );
    const all = [...messages];
    if (inContinuation.length > 0) {
      const block = encode(inContinuation);
      all.push({ type: 0x10, bytes: Buffer.concat([number(this.#put(block), 8), number(block.length, 8)]) });
    }
    const block = encode(all);
    return this.#put(
      Buffer.concat([
        number(1, 1),
        number(0, 1),
        number(all.length, 2),
        number(1, 4),
        number(block.length, 4),
        number(0, 4),
        block,
      ]),
    );
  }

  #object2(messages: readonly Written[], inContinuation: readonly Written[]): number {
    const encode = (written: readonly Written[]): Buffer =>
      Buffer.concat(
        written.map(({ type, bytes }) =>
          Buffer.concat([number(type, 1), number(bytes.length, 2), number(0, 1), bytes]),
        ),
      );
    const all = [...messages];
    if (inContinuation.length > 0) {
      const block = Buffer.concat([Buffer.from('OCHK'), encode(inContinuation), number(0, 4)]);
      all.push({ type: 0x10, bytes: Buffer.concat([number(this.#put(block), 8), number(block.length, 8)]) });
    }
    const block = encode(all);
    return this.#put(
      Buffer.concat([
        Buffer.from('OHDR'),
        number(2, 1),
        number(2, 1),
        number(block.length, 4),
        block,
        number(0, 4),
      ]),
    );
  }

  /** The messages that make an object a group with these links. */
  links(links: readonly LinkTo[]): readonly Written[] {
    return this.#version === 0 ? [this.#symbolTable(links)] : links.map((link) => this.link(link));
  }

  link({ name, soft, external, userDefined, hard }: LinkTo): Written {
    const kind = external ? 64 : (userDefined ?? (soft === undefined ? 0 : 1));
    const value =
      hard !== undefined
        ? number(hard, 8)
        : (() => {
            const bytes = external
              ? Buffer.concat([number(0, 1), text(external.file), text(external.path)])
              : Buffer.from(soft ?? 'x');
            return Buffer.concat([number(bytes.length, 2), bytes]);
          })();
    return {
      type: 0x06,
      bytes: Buffer.concat([
        number(1, 1),
        number(0x08, 1),
        number(kind, 1),
        number(Buffer.byteLength(name), 1),
        Buffer.from(name),
        value,
      ]),
    };
  }

  localHeap(texts: readonly string[]): { readonly at: number; readonly offsets: readonly number[] } {
    let inHeap = Buffer.alloc(8);
    const offsets = texts.map((value) => {
      const offset = inHeap.length;
      inHeap = Buffer.concat([inHeap, padded(text(value))]);
      return offset;
    });
    const segment = this.#put(inHeap);
    const at = this.#put(
      Buffer.concat([
        Buffer.from('HEAP'),
        number(0, 4),
        number(inHeap.length, 8),
        number(UNDEFINED, 8),
        number(segment, 8),
      ]),
    );
    return { at, offsets };
  }

  #symbolTable(links: readonly LinkTo[]): Written {
    const { at: heap, offsets } = this.localHeap(links.flatMap(({ name, soft }) => [name, soft ?? '']));
    const symbols = links.map(({ soft, hard }, index) =>
      Buffer.concat([
        number(offsets[2 * index] ?? 0, 8),
        number(hard ?? UNDEFINED, 8),
        number(soft === undefined ? 0 : 2, 4),
        number(0, 4),
        number(soft === undefined ? 0 : (offsets[2 * index + 1] ?? 0), 4),
        Buffer.alloc(12),
      ]),
    );
    const node = this.#put(
      Buffer.concat([Buffer.from('SNOD'), number(1, 1), number(0, 1), number(links.length, 2), ...symbols]),
    );
    const tree = this.#put(
      Buffer.concat([
        Buffer.from('TREE'),
        number(0, 1),
        number(0, 1),
        number(1, 2),
        number(UNDEFINED, 8),
        number(UNDEFINED, 8),
        number(0, 8),
        number(node, 8),
        number(0, 8),
      ]),
    );
    return { type: 0x11, bytes: Buffer.concat([number(tree, 8), number(heap, 8)]) };
  }

  /** One object in a global heap, after others. */
  inGlobalHeap(bytes: Buffer): { readonly at: number; readonly index: number } {
    const object = Buffer.concat([...this.earlierInHeap, objectInHeap(1, bytes)]);
    const length = 16 + object.length + 16;
    const at = this.#put(
      Buffer.concat([Buffer.from('GCOL'), number(1, 4), number(length, 8), object, Buffer.alloc(16)]),
    );
    return { at, index: 1 };
  }

  /** An attribute of one text: of variable length, in the global heap, or fixed. */
  attribute(
    name: string,
    value: Buffer,
    kind: 'variable' | 'fixed' = 'variable',
    version: 1 | 3 = 1,
  ): Written {
    return { type: 0x0c, bytes: this.attributeBytes(name, value, kind, version) };
  }

  attributeBytes(name: string, value: Buffer, kind: 'variable' | 'fixed', version: 1 | 3): Buffer {
    const datatype =
      kind === 'fixed'
        ? Buffer.concat([number(0x13, 1), number(0, 3), number(value.length, 4)])
        : Buffer.concat([
            number(0x19, 1),
            number(1, 3),
            number(16, 4),
            number(0x13, 1),
            number(0, 3),
            number(1, 4),
          ]);
    const dataspace = Buffer.concat([number(1, 1), number(0, 1), number(0, 6)]);
    let stored = value;
    if (kind === 'variable') {
      const { at, index } = this.inGlobalHeap(value);
      stored = Buffer.concat([number(value.length, 4), number(at, 8), number(index, 4)]);
    }
    const sizes = [text(name), datatype, dataspace].map(({ length }) => number(length, 2));
    return version === 1
      ? Buffer.concat([
          number(1, 1),
          number(0, 1),
          ...sizes,
          padded(text(name)),
          padded(datatype),
          padded(dataspace),
          stored,
        ])
      : Buffer.concat([
          number(3, 1),
          number(0, 1),
          ...sizes,
          number(1, 1),
          text(name),
          datatype,
          dataspace,
          stored,
        ]);
  }

  /** The messages of a data set that declares these dimensions of 4-byte elements. */
  dataset(dimensions: readonly number[], layout?: Buffer): readonly Written[] {
    return [
      {
        type: 0x01,
        bytes: Buffer.concat([
          number(1, 1),
          number(dimensions.length, 1),
          number(0, 6),
          ...dimensions.map((length) => number(length, 8)),
        ]),
      },
      { type: 0x03, bytes: Buffer.concat([number(0x11, 1), number(0, 3), number(4, 4), Buffer.alloc(12)]) },
      {
        type: 0x08,
        bytes: layout ?? Buffer.concat([number(3, 1), number(1, 1), number(UNDEFINED, 8), number(0, 8)]),
      },
    ];
  }

  externalFiles(names: readonly string[]): Written {
    const { at, offsets } = this.localHeap(names);
    const slots = offsets.map((offset) => Buffer.concat([number(offset, 8), number(0, 8), number(10, 8)]));
    return {
      type: 0x07,
      bytes: Buffer.concat([
        number(1, 1),
        number(0, 3),
        number(names.length, 2),
        number(names.length, 2),
        number(at, 8),
        ...slots,
      ]),
    };
  }

  /** The layout of a virtual data set, of which every entry maps all of a source on all of the data set. */
  virtualLayout(files: readonly string[], version: 0 | 1 = 0): Buffer {
    const all = Buffer.concat([number(3, 4), number(1, 4), number(0, 8)]);
    const entries = files.map((file) =>
      Buffer.concat([
        ...(version === 0 ? [text(file)] : file === '.' ? [number(4, 1)] : [number(0, 1), text(file)]),
        text('source'),
        all,
        all,
      ]),
    );
    const { at, index } = this.inGlobalHeap(
      Buffer.concat([number(version, 1), number(files.length, 8), ...entries, number(0, 4)]),
    );
    return Buffer.concat([number(4, 1), number(3, 1), number(at, 8), number(index, 4)]);
  }

  /**
   * Attributes or links in a fractal heap. Shallow: one direct block, and a B-tree of one leaf. Deep: each object, at
   * most four, in a direct block of its own under an indirect one, and a B-tree of two levels.
   */
  dense(
    kind: 'attributes' | 'links',
    objects: readonly Buffer[],
    depth: 'shallow' | 'deep' = 'shallow',
  ): Written {
    const isDeep = depth === 'deep';
    const idLength = kind === 'attributes' ? 8 : 7;
    const blockSize = isDeep ? 1024 : 4096;
    const ids: Buffer[] = [];
    const block = (begin: number, inBlock: readonly Buffer[]): number => {
      let content = Buffer.concat([Buffer.from('FHDB'), number(0, 1), number(0, 8), number(begin, 4)]);
      for (const object of inBlock) {
        const id = Buffer.concat([number(0, 1), number(begin + content.length, 4), number(object.length, 2)]);
        ids.push(Buffer.concat([id, Buffer.alloc(idLength - id.length)]));
        content = Buffer.concat([content, object]);
      }
      if (content.length > blockSize) throw new Error('more than one block holds');
      return this.#put(Buffer.concat([content, Buffer.alloc(blockSize - content.length)]));
    };
    let root: number;
    if (isDeep) {
      const blocks = objects.map((object, index) => block(index * blockSize, [object]));
      const entries = [0, 1, 2, 3].map((index) => number(blocks[index] ?? UNDEFINED, 8));
      root = this.#put(
        Buffer.concat([Buffer.from('FHIB'), number(0, 1), number(0, 8), number(0, 4), ...entries]),
      );
    } else root = block(0, objects);
    const heap = this.#put(
      Buffer.concat([
        Buffer.from('FRHP'),
        number(0, 1),
        number(idLength, 2),
        number(0, 2),
        number(0, 1),
        number(4096, 4),
        number(0, 8),
        number(UNDEFINED, 8),
        number(0, 8),
        number(UNDEFINED, 8),
        Buffer.alloc(64),
        number(4, 2),
        number(blockSize, 8),
        number(65_536, 8),
        number(32, 2),
        number(1, 2),
        number(root, 8),
        number(isDeep ? 1 : 0, 2),
        number(0, 4),
      ]),
    );
    const records = ids.map((id) =>
      kind === 'attributes' ? Buffer.concat([id, Buffer.alloc(9)]) : Buffer.concat([Buffer.alloc(4), id]),
    );
    const type = number(kind === 'attributes' ? 8 : 5, 1);
    const nodeSize = 512;
    const node = (signature: string, ...parts: readonly Buffer[]): number => {
      const bytes = Buffer.concat([Buffer.from(signature), number(0, 1), type, ...parts]);
      return this.#put(Buffer.concat([bytes, Buffer.alloc(nodeSize - bytes.length)]));
    };
    const [first = Buffer.alloc(0), second = Buffer.alloc(0), ...others] = records;
    const rootNode = isDeep
      ? node(
          'BTIN',
          first,
          ...[[second], others].map((inLeaf) =>
            Buffer.concat([number(node('BTLF', ...inLeaf), 8), number(inLeaf.length, 1)]),
          ),
        )
      : node('BTLF', ...records);
    const tree = this.#put(
      Buffer.concat([
        Buffer.from('BTHD'),
        number(0, 1),
        type,
        number(nodeSize, 4),
        number(first.length, 2),
        number(isDeep ? 1 : 0, 2),
        number(0, 2),
        number(rootNode, 8),
        number(isDeep ? 1 : records.length, 2),
        number(records.length, 8),
        number(0, 4),
      ]),
    );
    return {
      type: kind === 'attributes' ? 0x15 : 0x02,
      bytes: Buffer.concat([number(0, 1), number(0, 1), number(heap, 8), number(tree, 8)]),
    };
  }

  /** The whole file, of which this object is the root group. */
  file(root: number): Buffer {
    const signature = Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
    const superblock =
      this.#version === 0
        ? Buffer.concat([
            signature,
            Buffer.from([0, 0, 0, 0, 0, 8, 8, 0]),
            number(4, 2),
            number(16, 2),
            number(0, 4),
            number(this.#userBlock, 8),
            number(UNDEFINED, 8),
            number(this.#length, 8),
            number(UNDEFINED, 8),
            number(0, 8),
            number(root, 8),
            Buffer.alloc(24),
          ])
        : Buffer.concat([
            signature,
            Buffer.from([2, 8, 8, 0]),
            number(this.#userBlock, 8),
            number(UNDEFINED, 8),
            number(this.#length, 8),
            number(root, 8),
            number(0, 4),
          ]);
    const whole = Buffer.concat(this.#parts);
    superblock.copy(whole);
    return Buffer.concat([Buffer.alloc(this.#userBlock), whole]);
  }
}
