import { type ByteSource, bytesInMemory } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { inspectKerasText } from '../keras/inspect-keras-text.ts';
import { shown } from '../shown.ts';
import { type Attribute, attributesOf, textOf } from './attributes.ts';
import { Damaged, latin1 } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';
import { GlobalHeaps } from './global-heap.ts';
import { linksOf } from './links.ts';
import { MESSAGE, type Message, readMessages } from './object-header.ts';
import { extentOf, externalFilesOf, virtualSourcesOf } from './storage.ts';
import { readSuperblock } from './superblock.ts';

/** Groups and data sets. Checkpoints have some thousands. */
const MOST_OBJECTS = 200_000;
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
  const walk = { file, heaps: new GlobalHeaps(file), inspecting, missed, keras: new Set<string>() };
  const seen = new Set<Address>([root]);
  const open: { readonly at: Address; readonly path: string }[] = [{ at: root, path: '/' }];
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    inspecting.spending.inTime();
    try {
      const messages = await readMessages(file, object.at, missed);
      await inspectAttributes(walk, object.path, messages);
      await inspectStorage(walk, object.path, messages);
      for await (const link of linksOf(file, messages)) {
        const path = `${object.path === '/' ? '' : object.path}/${link.name}`.slice(0, 200);
        if (object.at === root && KERAS_GROUPS.has(link.name)) walk.keras.add(link.name);
        if (link.kind === 'hard') {
          if (seen.has(link.to)) continue;
          if (seen.size >= MOST_OBJECTS) throw new Damaged(`there are more than ${MOST_OBJECTS} objects`);
          seen.add(link.to);
          open.push({ at: link.to, path });
        } else if (link.kind === 'external')
          inspecting.observe({
            rule: 'hdf5.external-link',
            effect: 'dangerous',
            text: `“${shown(path)}” is read from another file, “${shown(link.file)}” (CVE-2026-1669 in Keras).`,
          });
        else if (link.kind === 'user-defined')
          inspecting.observe({
            rule: 'hdf5.user-defined-link',
            effect: 'review',
            text: `“${shown(path)}” is a link of the type ${link.type}, which only a plugin understands.`,
          });
      }
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      missed(`${error.message}, at “${shown(object.path)}”`);
    }
  }
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
