import type { ByteSource } from '../bytes/byte-source.ts';
import { whereLeads } from '../file-reference.ts';
import type { Inspecting } from '../format.ts';
import { type Message, type Shape, type Span, walkMessage } from '../protobuf/wire.ts';
import { decoded, quoted } from '../text.ts';
import { type Call, leadsOn, MOST_INPUTS, nodeOf, type Scope, type Step } from './file-names.ts';
import { judgeOperation, type Suspect } from './judge-operations.ts';
import { judgeKerasConfig } from './keras-config.ts';
import { DEBUG_OPERATIONS, OPERATIONS, READS_OF_ATTRIBUTES, WRITES_OF_ATTRIBUTES } from './operations.ts';

/** Nodes that are kept to follow the names of files through; a graph of more is followed as far as these reach. */
const MOST_STEPS = 200_000;
const MOST_SUSPECTS = 2000;
const MOST_KINDS = 20_000;
const MOST_CONFIG_BYTES = 4 * 1024 * 1024;
const LONGEST_NAME = 300;

/** Calls that are kept, of all functions and of one. */
const MOST_CALLS = 20_000;
const MOST_CALLS_OF_ONE = 8;
const MOST_PARAMETERS = 4096;
/** Nodes that run a function with their inputs as its arguments. */
const PLAIN_CALLS = new Set(['PartitionedCall', 'StatefulPartitionedCall']);
/** Attributes that decide what a node does. */
const TELLING = new Set([
  ...['value', 'separator', 'debug_urls', 'output_stream'],
  ...Object.values(READS_OF_ATTRIBUTES),
  ...Object.values(WRITES_OF_ATTRIBUTES),
]);
/** What stands for the types that the process has, or for those in the attribute itself. */
const NO_FILE = /^(?:local:\/\/|bytes:\/\/|$)/;

/** The operations of other libraries have the name of theirs before their own: `IO>HTTPReadableInit`. */
const OF_A_LIBRARY = /^\w{1,100}>/;

/** What is known of one graph, or of the body of one function. */
interface Body extends Scope {
  name: string;
  readonly steps: Map<string, Step>;
  readonly suspects: Suspect[];
  readonly parameters: string[];
}

const newBody = (name = ''): Body => ({ name, steps: new Map(), suspects: [], parameters: [] });

/** What an attribute of a node says, however deep in it that stands. */
interface Said {
  readonly texts: string[];
  readonly functions: string[];
  /** The values of a tensor stand in a way that is not read here, or whoever calls the function says them. */
  isOpaque: boolean;
}

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
  const libraries = new Set<string>();
  let steps = 0;
  let suspects = 0;
  let calls = 0;
  let whole = newBody();
  let assets = new Set<string>();
  const callsOf = new Map<string, Call[]>();
  const unfinished = new Set<string>();
  /** Of the attribute, and of the node, that is read at the moment. */
  const saidByEntry = new Map<Message, Said>();
  const saidByNode = new Map<Message, Map<string, Said>>();
  const functionsOfNode = new Map<Message, string[]>();

  function bodyOf({ parent }: Message): Body {
    if (parent?.shape.name !== 'FunctionDef') return whole;
    const body = bodies.get(parent) ?? newBody('?');
    bodies.set(parent, body);
    return body;
  }

  /** The attribute of a node that a message stands in. */
  function saidBy(message: Message): Said | undefined {
    let entry: Message | undefined = message.parent;
    while (entry !== undefined && entry.shape.name !== 'AttrEntry') entry = entry.parent;
    if (entry === undefined || entry.parent?.shape.name !== 'NodeDef') return undefined;
    const said = saidByEntry.get(entry) ?? { texts: [], functions: [], isOpaque: false };
    saidByEntry.set(entry, said);
    return said;
  }

  function keepTexts(message: Message, texts: readonly string[]): void {
    if (texts.length === 0) return;
    const said = saidBy(message);
    for (const text of texts) if (said !== undefined && said.texts.length < 64) said.texts.push(text);
  }

  function endOfTensor(message: Message): void {
    keepTexts(message, message.lists.get('string_val') ?? []);
    const content = message.spans.get('tensor_content');
    if (content === undefined || content.size === 0) return;
    const said = saidBy(message);
    if (said !== undefined) said.isOpaque = true;
  }

  function endOfValue(message: Message): void {
    const text = message.texts.get('s');
    if (text !== undefined) keepTexts(message, [text]);
    const said = message.texts.has('placeholder') ? saidBy(message) : undefined;
    if (said !== undefined) said.isOpaque = true;
  }

  function endOfAttribute(message: Message): void {
    const { parent } = message;
    const said = saidByEntry.get(message);
    saidByEntry.delete(message);
    if (said === undefined || parent?.shape.name !== 'NodeDef') return;
    const functions = functionsOfNode.get(parent) ?? [];
    if (said.functions.length > 0)
      functionsOfNode.set(parent, [...functions, ...said.functions].slice(0, 64));
    const key = message.texts.get('key');
    if (key === undefined || !TELLING.has(key)) return;
    const ofNode = saidByNode.get(parent) ?? new Map<string, Said>();
    ofNode.set(key, said);
    saidByNode.set(parent, ofNode);
  }

  function keepCall(callee: string, call: Call): void {
    const known = callsOf.get(callee) ?? [];
    if (known.length >= MOST_CALLS_OF_ONE || calls >= MOST_CALLS) {
      if (unfinished.size < MOST_KINDS) unfinished.add(callee);
      return;
    }
    calls += 1;
    callsOf.set(callee, [...known, call]);
  }

  function endOfNode(message: Message): void {
    const node = (message.texts.get('name') ?? '').slice(0, LONGEST_NAME);
    const operation = (message.texts.get('op') ?? '').slice(0, LONGEST_NAME);
    const inputs = (message.lists.get('input') ?? []).map((input) => input.slice(0, LONGEST_NAME));
    const said = saidByNode.get(message);
    saidByNode.delete(message);
    const body = bodyOf(message);
    if (kinds.size < MOST_KINDS) kinds.add(operation);
    // What a separator makes of the parts of a name is not followed.
    const isSeparated = said?.get('separator')?.texts.some((text) => text !== '') === true;
    if (steps < MOST_STEPS && leadsOn(operation) && !isSeparated) {
      steps += 1;
      const value = operation === 'Const' ? said?.get('value') : undefined;
      const text = value?.isOpaque === true ? undefined : value?.texts[0];
      body.steps.set(node, {
        operation,
        inputs: inputs.slice(0, MOST_INPUTS),
        ...(text === undefined ? {} : { text }),
      });
    }
    // Old graphs run a function by its name in place of an operation's.
    keepCall(operation, { from: body, inputs: inputs.slice(0, MOST_INPUTS), isPlain: true });
    for (const callee of functionsOfNode.get(message) ?? [])
      keepCall(callee, {
        from: body,
        inputs: inputs.slice(0, MOST_INPUTS),
        isPlain: PLAIN_CALLS.has(operation),
      });
    functionsOfNode.delete(message);
    judgeAttributes(node, operation, message.from, said);
    if (OF_A_LIBRARY.test(operation) && !libraries.has(operation)) {
      if (libraries.size < MOST_KINDS) libraries.add(operation);
      inspecting.observe({
        rule: `${format}.custom-operation`,
        effect: 'review',
        offset: message.from,
        text: `The node ${quoted(node, 80)} is ${quoted(operation, 80)}, whose code comes from a library that is loaded with the model.`,
      });
    }
    if (!Object.hasOwn(OPERATIONS, operation)) return;
    if (++suspects > MOST_SUSPECTS) {
      if (suspects === MOST_SUSPECTS + 1)
        inspecting.missed(`more than ${MOST_SUSPECTS} of its nodes do more than compute`);
      return;
    }
    body.suspects.push({ operation, node, inputs: inputs.slice(0, MOST_INPUTS), offset: message.from });
  }

  function judgeAttributes(
    node: string,
    operation: string,
    offset: number,
    said: ReadonlyMap<string, Said> | undefined,
  ): void {
    const [address] = said?.get('debug_urls')?.texts ?? [];
    if (DEBUG_OPERATIONS.has(operation) && address !== undefined)
      inspecting.observe({
        rule: `${format}.debug-address`,
        effect: 'dangerous',
        offset,
        text: `The node ${quoted(node, 80)} is ${operation}, which sends what passes through it to ${quoted(address)}.`,
      });
    const stream = said?.get('output_stream')?.texts.find((text) => text.startsWith('file:'));
    if (operation === 'PrintV2' && stream !== undefined)
      inspecting.observe({
        rule: `${format}.file-write`,
        effect: 'dangerous',
        offset,
        text: `The node ${quoted(node, 80)} is PrintV2, which writes to ${quoted(stream)}.`,
        call: `PrintV2(output_stream=${quoted(stream)})`,
      });
    const attribute = Object.hasOwn(READS_OF_ATTRIBUTES, operation)
      ? READS_OF_ATTRIBUTES[operation]
      : undefined;
    const file = attribute === undefined ? undefined : said?.get(attribute)?.texts[0];
    if (file !== undefined && !NO_FILE.test(file))
      inspecting.observe({
        rule: `${format}.file-read`,
        effect: 'dangerous',
        offset,
        text: `The node ${quoted(node, 80)} is ${operation}, which reads ${quoted(file)}.`,
        call: `${operation}(${attribute}=${quoted(file)})`,
      });
    judgeWritten(node, operation, offset, said);
    judgeGiven(node, operation, offset, said);
  }

  /** What the node of a function leaves to the attributes of whoever calls the function. */
  function judgeGiven(
    node: string,
    operation: string,
    offset: number,
    said: ReadonlyMap<string, Said> | undefined,
  ): void {
    const isGiven = (key: string): boolean => said?.get(key)?.isOpaque === true;
    const reads = Object.hasOwn(READS_OF_ATTRIBUTES, operation) ? READS_OF_ATTRIBUTES[operation] : undefined;
    const [rule, does] =
      reads !== undefined && isGiven(reads)
        ? ['file-read', 'reads a file']
        : operation === 'PrintV2' && isGiven('output_stream')
          ? ['file-write', 'writes to a file or the terminal']
          : DEBUG_OPERATIONS.has(operation) && isGiven('debug_urls')
            ? ['debug-address', 'sends what passes through it to an address']
            : [];
    if (rule === undefined) return;
    inspecting.observe({
      rule: `${format}.${rule}`,
      effect: 'review',
      offset,
      text: `The node ${quoted(node, 80)} is ${operation}, which ${does}, of a name that the call of its function says.`,
      call: `${operation}(…)`,
    });
  }

  function judgeWritten(
    node: string,
    operation: string,
    offset: number,
    said: ReadonlyMap<string, Said> | undefined,
  ): void {
    if (!Object.hasOwn(WRITES_OF_ATTRIBUTES, operation)) return;
    const attribute = WRITES_OF_ATTRIBUTES[operation] ?? '';
    const path = said?.get(attribute)?.texts[0] ?? '';
    inspecting.observe({
      rule: `${format}.file-write`,
      effect: 'dangerous',
      offset,
      text: `The node ${quoted(node, 80)} is ${operation}, which writes to ${quoted(path)}.`,
      call: `${operation}(${attribute}=${quoted(path)})`,
    });
  }

  /** The calls of functions, and assets, may stand behind what they decide. */
  function endOfGraphs(): void {
    for (const body of [whole, ...bodies.values()])
      for (const suspect of body.suspects) {
        inspecting.spending.inTime();
        const surroundings = { scope: body, calls: { of: callsOf, unfinished }, assets };
        judgeOperation(format, suspect, surroundings, inspecting);
      }
    steps = 0;
    calls = 0;
    whole = newBody();
    bodies.clear();
    callsOf.clear();
    unfinished.clear();
    assets = new Set();
  }

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
          return endOfTensor(message);
        case 'ListValue':
          return keepTexts(message, message.lists.get('s') ?? []);
        case 'AttrValue':
          return endOfValue(message);
        case 'AttrEntry':
          return endOfAttribute(message);
        case 'NodeDef':
          return endOfNode(message);
        case 'NameAttrList': {
          const said = saidBy(message);
          if (said !== undefined && said.functions.length < 64)
            said.functions.push((message.texts.get('name') ?? '').slice(0, LONGEST_NAME));
          return;
        }
        case 'ArgDef': {
          if (parent?.parent?.shape.name !== 'FunctionDef') return;
          const { parameters } = bodyOf(parent);
          if (parameters.length < MOST_PARAMETERS)
            parameters.push((message.texts.get('name') ?? '').slice(0, LONGEST_NAME));
          return;
        }
        case 'OpDef':
          if (parent?.shape.name === 'FunctionDef')
            bodyOf(message).name = (message.texts.get('name') ?? '?').slice(0, LONGEST_NAME);
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
