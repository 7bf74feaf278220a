import type { ByteSource } from '../bytes/byte-source.ts';
import { quoted } from '../excerpt.ts';
import { whereLeads } from '../file-reference.ts';
import type { Inspecting } from '../format.ts';
import { decoded, type Message, type Shape, type Span, walkMessage } from '../protobuf/wire.ts';
import { nodeOf, type Step } from './file-names.ts';
import { judgeOperation, type Suspect } from './judge-operations.ts';
import { judgeKerasConfig } from './keras-config.ts';
import { DEBUG_OPERATIONS, OPERATIONS } from './operations.ts';

/** Nodes that are kept to follow the names of files through; a graph of more is followed as far as these reach. */
const MOST_STEPS = 200_000;
const MOST_SUSPECTS = 2000;
const MOST_KINDS = 20_000;
const MOST_CONFIG_BYTES = 4 * 1024 * 1024;
const LONGEST_NAME = 300;

/** What is known of one graph, or of the body of one function. */
interface Body {
  readonly steps: Map<string, Step>;
  readonly suspects: Suspect[];
  readonly arguments: Set<string>;
}

const newBody = (): Body => ({ steps: new Map(), suspects: [], arguments: new Set() });

/** Judges every node of every graph and function in a message that holds graphs of TensorFlow. */
export async function inspectTensorFlow(
  format: string,
  shape: Shape,
  source: ByteSource,
  inspecting: Inspecting,
): Promise<void> {
  const bodies = new Map<Message, Body>();
  const configs: Span[] = [];
  const kinds = new Set<string>();
  let steps = 0;
  let suspects = 0;
  let whole = newBody();
  let saverNames = new Set<string>();
  let assets = new Set<string>();

  function bodyOf(message: Message): Body {
    const { parent } = message;
    if (parent?.shape.name !== 'FunctionDef') return whole;
    const body = bodies.get(parent) ?? newBody();
    bodies.set(parent, body);
    return body;
  }

  const attributes = new Map<Message, Map<string, readonly string[]>>();

  function endOfAttribute(message: Message): void {
    const { parent } = message;
    const key = message.texts.get('key');
    const values = attributeTexts.get(message);
    attributeTexts.delete(message);
    if (parent?.shape.name !== 'NodeDef' || key === undefined || values === undefined) return;
    const said = attributes.get(parent) ?? new Map<string, readonly string[]>();
    if (said.size < 64) said.set(key, values);
    attributes.set(parent, said);
  }

  /** The texts of the attribute that is read at the moment, however deep in it they stand. */
  const attributeTexts = new Map<Message, string[]>();

  function keepTexts(message: Message, texts: readonly string[]): void {
    let entry: Message | undefined = message.parent;
    while (entry !== undefined && entry.shape.name !== 'AttrEntry') entry = entry.parent;
    if (entry === undefined || entry.parent?.shape.name !== 'NodeDef') return;
    const kept = attributeTexts.get(entry) ?? [];
    for (const text of texts) if (kept.length < 64) kept.push(text);
    attributeTexts.set(entry, kept);
  }

  function endOfNode(message: Message): void {
    const node = message.texts.get('name') ?? '';
    const operation = message.texts.get('op') ?? '';
    const inputs = message.lists.get('input') ?? [];
    const said = attributes.get(message);
    attributes.delete(message);
    const body = bodyOf(message);
    if (kinds.size < MOST_KINDS) kinds.add(operation.slice(0, LONGEST_NAME));
    if (steps < MOST_STEPS) {
      steps += 1;
      const text = operation === 'Const' ? said?.get('value')?.[0] : undefined;
      body.steps.set(node, {
        operation: operation.slice(0, LONGEST_NAME),
        inputs: inputs.slice(0, 4).map((input) => input.slice(0, LONGEST_NAME)),
        ...(text === undefined ? {} : { text }),
      });
    }
    const at = { rule: '', offset: message.from };
    if (DEBUG_OPERATIONS.has(operation) && (said?.get('debug_urls')?.length ?? 0) > 0)
      inspecting.observe({
        ...at,
        rule: `${format}.debug-address`,
        effect: 'dangerous',
        text: `The node ${quoted(node, 80)} is ${operation}, which sends what passes through it to ${quoted(said?.get('debug_urls')?.[0] ?? '')}.`,
      });
    const stream = said?.get('output_stream')?.[0];
    if (operation === 'PrintV2' && stream?.startsWith('file:') === true)
      inspecting.observe({
        ...at,
        rule: `${format}.file-write`,
        effect: 'dangerous',
        text: `The node ${quoted(node, 80)} is PrintV2, which writes to ${quoted(stream)}.`,
        call: `PrintV2(output_stream=${quoted(stream)})`,
      });
    if (!Object.hasOwn(OPERATIONS, operation)) return;
    if (++suspects > MOST_SUSPECTS) {
      if (suspects === MOST_SUSPECTS + 1)
        inspecting.missed(`more than ${MOST_SUSPECTS} of its nodes do more than compute`);
      return;
    }
    body.suspects.push({
      operation,
      node,
      inputs: inputs.map((input) => input.slice(0, LONGEST_NAME)),
      offset: message.from,
      inFunction: '',
    });
  }

  function endOfFunction(message: Message): void {
    const body = bodies.get(message);
    bodies.delete(message);
    if (body === undefined) return;
    for (const suspect of body.suspects)
      judgeOperation(
        format,
        { ...suspect, inFunction: functionNames.get(message) ?? '?' },
        { steps: body.steps, fed: body.arguments, assets: new Set() },
        inspecting,
      );
    steps -= body.steps.size;
    functionNames.delete(message);
  }

  const functionNames = new Map<Message, string>();

  /** The saver and the assets of a graph are told after it. */
  function endOfGraphs(): void {
    for (const suspect of whole.suspects) {
      const fed = OPERATIONS[suspect.operation]?.kind === 'saver' ? saverFeeds() : new Set<string>();
      judgeOperation(format, suspect, { steps: whole.steps, fed, assets }, inspecting);
    }
    steps -= whole.steps.size;
    whole = newBody();
    saverNames = new Set();
    assets = new Set();
  }

  /** Whoever saves a model feeds the name, unless the constant in its place leads elsewhere. */
  const saverFeeds = (): Set<string> =>
    new Set(
      [...saverNames].filter((name) => {
        const { text } = whole.steps.get(name) ?? {};
        return text === undefined || whereLeads(text) !== 'elsewhere';
      }),
    );

  function endOfAsset(message: Message): void {
    const file = message.texts.get('filename') ?? '';
    if (whereLeads(file) === 'elsewhere')
      inspecting.observe({
        rule: `${format}.escaping-asset`,
        effect: 'dangerous',
        offset: message.from,
        text: `An asset is ${quoted(file)}, which leaves the folder of the model.`,
      });
  }

  const { damage, groups } = await walkMessage({
    source,
    spending: inspecting.spending,
    shape,
    end(message) {
      const { parent } = message;
      switch (message.shape.name) {
        case 'TensorProto':
          return keepTexts(message, message.lists.get('string_val') ?? []);
        case 'ListValue':
          return keepTexts(message, message.lists.get('s') ?? []);
        case 'AttrValue':
          return keepTexts(message, message.texts.has('s') ? [message.texts.get('s') ?? ''] : []);
        case 'AttrEntry':
          return endOfAttribute(message);
        case 'NodeDef':
          return endOfNode(message);
        case 'ArgDef':
          if (parent?.parent?.shape.name === 'FunctionDef')
            bodyOf(parent).arguments.add(message.texts.get('name') ?? '');
          return;
        case 'OpDef':
          if (parent?.shape.name === 'FunctionDef')
            functionNames.set(parent, message.texts.get('name') ?? '');
          return;
        case 'FunctionDef':
          return endOfFunction(message);
        case 'SaverDef':
          saverNames.add(nodeOf(message.texts.get('filename_tensor_name') ?? ''));
          return;
        case 'TensorInfo':
          assets.add(nodeOf(message.texts.get('name') ?? ''));
          return;
        case 'AssetFileDef':
          return endOfAsset(message);
        case 'SavedUserObject':
        case 'KerasObject': {
          const config = message.spans.get('metadata');
          const isKeras = message.texts.get('identifier')?.includes('keras') === true;
          if (config !== undefined && config.size > 0 && isKeras) configs.push(config);
          return;
        }
        case 'MetaGraphDef':
          return endOfGraphs();
      }
    },
  });
  endOfGraphs();

  await readConfigs(format, configs, source, inspecting);
  if (kinds.size > 0)
    inspecting.observe({
      rule: `${format}.operations`,
      effect: 'note',
      text: `Its nodes are of ${kinds.size} kinds. Which of them come from a library beside TensorFlow, the file does not tell.`,
    });
  if (groups > 0)
    inspecting.observe({
      rule: `${format}.odd-encoding`,
      effect: 'review',
      text: `It holds ${groups} groups of protobuf, which TensorFlow does not write.`,
    });
  if (damage !== undefined)
    inspecting.missed(`what follows byte ${damage.offset} was not understood: ${damage.why}`);
}

/** What Keras wrote of its layers, as JSON. */
async function readConfigs(
  format: string,
  configs: readonly Span[],
  source: ByteSource,
  inspecting: Inspecting,
): Promise<void> {
  let left = MOST_CONFIG_BYTES;
  for (const { from, size } of configs) {
    if (size > left) {
      inspecting.missed(`its configuration of Keras is longer than ${MOST_CONFIG_BYTES} bytes`);
      return;
    }
    left -= size;
    judgeKerasConfig(format, decoded(await source.read(from, size)), from, inspecting);
  }
}
