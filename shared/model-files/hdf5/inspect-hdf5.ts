import { type ByteSource, bytesInMemory } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { inspectKerasText } from '../keras/inspect-keras-text.ts';
import { shown } from '../shown.ts';
import { fetchObjects } from './ahead.ts';
import { type Attribute, attributesOf, textOf } from './attributes.ts';
import { Damaged, latin1 } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';
import { GlobalHeaps } from './global-heap.ts';
import { type Link, linksOf } from './links.ts';
import { MESSAGE, type Message, readMessages } from './object-header.ts';
import { extentOf, externalFilesOf, virtualSourcesOf } from './storage.ts';
import { readSuperblock } from './superblock.ts';

/** Groups and data sets. Checkpoints have some thousands. */
const MOST_OBJECTS = 200_000;
/** Objects that are fetched together. */
const AHEAD = 64;
/** What deflate makes out of one byte at most. */
const LARGEST_RATIO = 1032;
/** Less than this is no burden, whatever the file's size. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/** The attributes of a saved Keras model that hold JSON of objects to build. */
const KERAS_CONFIGS: ReadonlySet<string> = new Set(['model_config', 'training_config']);
const KERAS_MARKS: ReadonlySet<string> = new Set([...KERAS_CONFIGS, 'keras_version', 'layer_names']);
/** What the weights of Keras 3 lie in, which have no attributes of their own. */
const KERAS_GROUPS: ReadonlySet<string> = new Set([
  'layers',
  '_layer_checkpoint_dependencies',
  'model_weights',
]);

/**
 * Walks every object of a file: what lies in other files, what a Keras model is built from, and what is pickled in
 * attributes. No data are read.
 */
export async function inspectHdf5(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const missed = (why: string): void => inspecting.missed(`HDF5: ${why}`);
  let opened: Awaited<ReturnType<typeof readSuperblock>>;
  try {
    opened = await readSuperblock(source, inspecting.spending);
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return missed(error.message);
  }
  const { file, root } = opened;
  const walk = { file, heaps: new GlobalHeaps(file), inspecting, missed, keras: new Set<string>(), root };
  const seen = new Set<Address>([root]);
  // Level by level: where the objects of one lie is known before the first of them is read.
  let level: Reached[] = [{ at: root, path: '/' }];
  while (level.length > 0) level = await inspectLevel(walk, level, seen);
  if (walk.keras.size > 0)
    inspecting.observe({
      rule: 'keras.hdf5-model',
      effect: 'note',
      text:
        'A Keras model or its weights in HDF5. Keras has loaded whole models in this format without regard to ' +
        'safe_mode (CVE-2025-9905).',
    });
}

interface Walk {
  readonly file: Hdf5File;
  readonly heaps: GlobalHeaps;
  readonly inspecting: Inspecting;
  readonly missed: (why: string) => void;
  /** The marks of Keras that were seen. */
  readonly keras: Set<string>;
  readonly root: Address;
}

/** An object, and the first path that led to it. */
interface Reached {
  readonly at: Address;
  readonly path: string;
}

/** The objects that those of one level link to, and which no earlier one did. */
async function inspectLevel(walk: Walk, level: readonly Reached[], seen: Set<Address>): Promise<Reached[]> {
  const { file, inspecting, missed } = walk;
  const inOrder = [...level].sort((one, other) => one.at - other.at);
  const next: Reached[] = [];
  for (const [index, { at, path }] of inOrder.entries()) {
    inspecting.spending.inTime();
    if (index % AHEAD === 0)
      await fetchObjects(
        file,
        inOrder.slice(index, index + AHEAD).map((object) => object.at),
      );
    try {
      const messages = await readMessages(file, at, missed);
      await inspectAttributes(walk, path, messages);
      await inspectStorage(walk, path, messages);
      for await (const link of linksOf(file, messages)) {
        const linked = followed(walk, { at, path }, link);
        if (linked === undefined || seen.has(linked.at)) continue;
        if (seen.size >= MOST_OBJECTS) throw new Damaged(`there are more than ${MOST_OBJECTS} objects`);
        seen.add(linked.at);
        next.push(linked);
      }
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      missed(`${error.message}, at “${shown(path)}”`);
    }
  }
  return next;
}

/** Where a link leads within the file. One that leads out of it is told. */
function followed({ root, keras, inspecting }: Walk, from: Reached, link: Link): Reached | undefined {
  const path = `${from.path === '/' ? '' : from.path}/${link.name}`.slice(0, 200);
  if (from.at === root && KERAS_GROUPS.has(link.name)) keras.add(link.name);
  switch (link.kind) {
    case 'hard':
      return { at: link.to, path };
    case 'external':
      inspecting.observe({
        rule: 'hdf5.external-link',
        effect: 'dangerous',
        text: `“${shown(path)}” is read from another file, “${shown(link.file)}” (CVE-2026-1669 in Keras).`,
      });
      return undefined;
    case 'user-defined':
      inspecting.observe({
        rule: 'hdf5.user-defined-link',
        effect: 'review',
        text: `“${shown(path)}” is a link of the type ${link.type}, which only a plugin understands.`,
      });
      return undefined;
  }
}

async function inspectAttributes(walk: Walk, path: string, messages: readonly Message[]): Promise<void> {
  const { file, heaps, inspecting, missed, keras } = walk;
  for await (const attribute of attributesOf(file, messages, missed)) {
    const { name } = attribute;
    if (KERAS_MARKS.has(name)) keras.add(name);
    try {
      if (KERAS_CONFIGS.has(name))
        await inspectKerasText(name, await textOf(file, heaps, attribute), inspecting);
      else await inspectPickled(walk, path, attribute);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      missed(`${error.message}, at the attribute “${shown(name)}” of “${shown(path)}”`);
    }
  }
}

const FIRST_PICKLE_PROTOCOL = 0x80;
const LAST_PROTOCOL = 5;

/** PyTables, and with it pandas, pickles attributes that have no type in HDF5, and unpickles them when it opens the file. */
async function inspectPickled({ inspecting }: Walk, path: string, attribute: Attribute): Promise<void> {
  const { name, datatype, bytes } = attribute;
  if (datatype.kind !== 'fixed-text' && datatype.kind !== 'opaque') return;
  if (name === 'PSEUDOATOM' && latin1(bytes).startsWith('object'))
    inspecting.observe({
      rule: 'hdf5.pickled-elements',
      effect: 'review',
      text: `The elements of “${shown(path)}” are pickled, and were not read.`,
    });
  const isBinary = bytes[0] === FIRST_PICKLE_PROTOCOL && (bytes[1] ?? 0xff) <= LAST_PROTOCOL;
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  // A pickle of protocol 0 that imports anything has lines, and ends with a full stop.
  const isText = bytes[end - 1] === 0x2e && bytes.indexOf(0x0a) > 0;
  if (!isBinary && !isText) return;
  inspecting.spending.member();
  // STOP may be followed by the zeros that fill up the attribute.
  const member = `the attribute ${shown(name)} of ${shown(path)}`;
  await inspecting.member(member, bytesInMemory(member, isBinary ? bytes : bytes.subarray(0, end)));
}

async function inspectStorage(walk: Walk, path: string, messages: readonly Message[]): Promise<void> {
  const { file, heaps, inspecting, keras } = walk;
  for (const message of messages) {
    if (message.type === MESSAGE.externalFiles)
      for await (const name of externalFilesOf(file, message))
        inspecting.observe({
          rule: 'hdf5.external-file',
          effect: 'dangerous',
          text: `The data of “${shown(path)}” are read from another file, “${shown(name)}” (CVE-2026-1669 in Keras).`,
        });
    if (message.type === MESSAGE.layout)
      for await (const name of virtualSourcesOf(file, heaps, message))
        if (name !== '.')
          inspecting.observe({
            rule: 'hdf5.virtual-source',
            effect: 'dangerous',
            text: `The data of “${shown(path)}” are put together from another file, “${shown(name)}”.`,
          });
  }
  const extent = await extentOf(file, messages);
  if (extent === undefined || file.source.size === undefined) return;
  const most = Math.max(file.source.size * (extent.isFiltered ? LARGEST_RATIO : 1), HARMLESS_BYTES);
  if (extent.bytes > most)
    inspecting.observe({
      rule: 'hdf5.shape-bomb',
      effect: keras.size > 0 ? 'review' : 'note',
      text:
        `“${shown(path)}” declares ${extent.dimensions.join(' × ')} elements, ${extent.bytes} bytes, which the file ` +
        'cannot hold: loading allocates them (CVE-2026-0897 in Keras).',
    });
}
