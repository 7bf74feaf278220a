import type { ByteSource } from '../bytes/byte-source.ts';
import { whereLeads } from '../file-reference.ts';
import type { Inspecting } from '../format.ts';
import { type Message, type Shape, walkMessage } from '../protobuf/wire.ts';
import { quoted } from '../text.ts';
import { model, tensor } from './shapes.ts';

/** Domains whose operators ONNX and ONNX Runtime document, and implement themselves. */
const DOCUMENTED_DOMAINS = new Set([
  '',
  'ai.onnx',
  'ai.onnx.ml',
  'ai.onnx.training',
  'ai.onnx.preview',
  'ai.onnx.preview.training',
  'com.microsoft',
  'com.microsoft.nchwc',
  'com.microsoft.dml',
  'com.ms.internal.nhwc',
]);

/** ONNX Runtime's operators that call Python: PyOp (language interop), PythonOp (training), PyCustomOp (extensions). */
const PYTHON_OPERATORS = new Set(['PyOp', 'PythonOp', 'PythonOpGrad', 'PyCustomOp', 'PyCustomOpDef']);
const PYTHON_DOMAIN = /(^|[._-])py(thon|op)/i;

const runsPython = (domain: string, operator: string): boolean =>
  PYTHON_OPERATORS.has(operator) || PYTHON_DOMAIN.test(domain);

/** What a tensor may say of the file that its values lie in. ONNX's Python makes attributes of all that it says. */
const EXTERNAL_KEYS = new Set(['location', 'offset', 'length', 'checksum', 'basepath']);
/** ONNX Runtime names what it has laid out for its kernels so. */
const PREPACKED = 'prepacked';

/** By which ONNX Runtime marks tensors that lie in its own memory: the offset is then an address. */
const MEMORY_MARK = '_ORT_MEM_ADDR_';

const MOST_KINDS = 1000;
const MOST_ODD_KEYS = 20;
/** Attributes that tell what Python is called, or where a compiled program lies. */
const TELLING = new Set(['module', 'class_name', 'compute', 'func_name', 'embed_mode', 'ep_cache_context']);

interface Kind {
  readonly domain: string;
  readonly operator: string;
  readonly offset: number;
  count: number;
  readonly callee: string;
}

interface Location {
  readonly offset: number;
  readonly tensor: string;
  count: number;
}

/** Everything in a model that names other files, and every operator that is not ONNX's own. */
async function inspectGraphs(source: ByteSource, inspecting: Inspecting, shape: Shape): Promise<void> {
  const kinds = new Map<string, Kind>();
  const locations = new Map<string, Location>();
  const oddKeys = new Map<string, number>();
  const local = new Set<string>();
  /** What the attributes of the node say that is read at the moment. */
  const attributes = new Map<Message, Map<string, string | number>>();

  function endOfEntry(message: Message): void {
    if (message.called !== 'external_data') return;
    const key = message.texts.get('key') ?? '';
    if (!EXTERNAL_KEYS.has(key) && !key.startsWith(PREPACKED) && oddKeys.size < MOST_ODD_KEYS)
      oddKeys.set(key, message.from);
    if (key !== 'location') return;
    const path = message.texts.get('value') ?? '';
    const known = locations.get(path);
    if (known !== undefined) known.count += 1;
    else if (locations.size < (whereLeads(path) === 'elsewhere' ? 2 : 1) * MOST_KINDS)
      locations.set(path, {
        offset: message.from,
        tensor: message.parent?.texts.get('name') ?? '',
        count: 1,
      });
    else inspecting.missed(`it names more than ${MOST_KINDS} other files`);
  }

  function endOfNode(message: Message): void {
    const domain = message.texts.get('domain') ?? '';
    const operator = message.texts.get('op_type') ?? '';
    const said = attributes.get(message);
    attributes.delete(message);
    if (operator === 'EPContext' && said !== undefined) contextOf(message, said);
    if (DOCUMENTED_DOMAINS.has(domain) && !PYTHON_OPERATORS.has(operator)) return;
    const key = `${domain}\0${operator}`;
    const kind = kinds.get(key);
    if (kind !== undefined) kind.count += 1;
    else if (kinds.size < (runsPython(domain, operator) ? 2 : 1) * MOST_KINDS) {
      const callee = [
        said?.get('module'),
        said?.get('class_name'),
        said?.get('compute'),
        said?.get('func_name'),
      ]
        .filter((part) => part !== undefined && part !== '')
        .join('.');
      kinds.set(key, { domain, operator, offset: message.from, count: 1, callee });
    } else inspecting.missed(`it has more than ${MOST_KINDS} kinds of operators that are not of ONNX`);
  }

  /** A program compiled for an accelerator, in the model or in a file that the model names. */
  function contextOf(message: Message, said: ReadonlyMap<string, string | number>): void {
    const path = said.get('ep_cache_context');
    if (said.get('embed_mode') !== 0) {
      inspecting.observe({
        rule: 'onnx.compiled-program',
        effect: 'review',
        offset: message.from,
        text: 'It holds a program that is compiled for an accelerator, which cannot be read here.',
      });
    } else if (typeof path === 'string') {
      const leavesFolder = whereLeads(path) === 'elsewhere';
      inspecting.observe({
        rule: leavesFolder ? 'onnx.escaping-file' : 'onnx.compiled-program',
        effect: leavesFolder ? 'dangerous' : 'review',
        offset: message.from,
        text: `An accelerator loads the compiled program ${quoted(path)}${leavesFolder ? ', which leaves the folder of the model' : ''}.`,
      });
    }
  }

  const { damage, groups } = await walkMessage({
    source,
    spending: inspecting.spending,
    shape,
    end(message) {
      const { shape, parent } = message;
      if (shape.name === 'StringStringEntryProto') endOfEntry(message);
      else if (shape.name === 'NodeProto') endOfNode(message);
      else if (shape.name === 'FunctionProto')
        local.add(`${message.texts.get('domain') ?? ''}\0${message.texts.get('name') ?? ''}`);
      else if (shape.name === 'AttributeProto' && parent?.shape.name === 'NodeProto') {
        const value = message.texts.get('s') ?? message.numbers.get('i');
        const name = message.texts.get('name');
        if (name === undefined || value === undefined || !TELLING.has(name)) return;
        const said = attributes.get(parent) ?? new Map<string, string | number>();
        said.set(name, typeof value === 'string' ? value.slice(0, 4096) : value);
        attributes.set(parent, said);
      }
    },
  });

  for (const [path, location] of locations) tellLocation(path, location, inspecting);
  for (const [key, offset] of oddKeys)
    inspecting.observe({
      rule: 'onnx.odd-external-data',
      effect: 'review',
      offset,
      text: `A tensor says ${quoted(key)} of the file that its values lie in, which ONNX does not define.`,
    });
  for (const [key, kind] of kinds) tellKind(kind, local.has(key), inspecting);
  if (groups > 0)
    inspecting.observe({
      rule: 'onnx.odd-encoding',
      effect: 'review',
      text: `It holds ${groups} groups of protobuf, which no exporter of ONNX writes.`,
    });
  if (damage !== undefined)
    inspecting.missed(`what follows byte ${damage.offset} was not understood: ${damage.why}`);
}

function tellLocation(path: string, { offset, tensor: name, count }: Location, inspecting: Inspecting): void {
  const which = count === 1 ? `The tensor ${quoted(name)} is` : `${count} tensors are`;
  if (path.includes(MEMORY_MARK)) {
    inspecting.observe({
      rule: 'onnx.memory-address',
      effect: 'dangerous',
      offset,
      text: `${which} read from an address in the memory of the process that loads the model.`,
    });
    return;
  }
  const leads = whereLeads(path);
  if (leads === 'elsewhere')
    inspecting.observe({
      rule: 'onnx.escaping-file',
      effect: 'dangerous',
      offset,
      text: `${which} read from ${quoted(path)}, which leaves the folder of the model (CVE-2022-25882, CVE-2024-27318, CVE-2025-51480).`,
    });
  else if (leads === 'nowhere')
    inspecting.observe({
      rule: 'onnx.unnamed-file',
      effect: 'review',
      offset,
      text: `${which} read from a file without a name.`,
    });
  else
    inspecting.observe({
      rule: 'onnx.external-file',
      effect: 'note',
      offset,
      text: `${which} read from ${quoted(path)} beside the model. Whether that is a link out of its folder shows only where it lies (CVE-2026-27489, CVE-2026-34446, CVE-2026-34447; mended in onnx 1.21.0).`,
    });
}

function tellKind(
  { domain, operator, offset, count, callee }: Kind,
  isLocal: boolean,
  inspecting: Inspecting,
): void {
  const nodes = count === 1 ? 'A node calls' : `${count} nodes call`;
  if (runsPython(domain, operator))
    inspecting.observe({
      rule: 'onnx.python-operator',
      effect: isLocal ? 'review' : 'dangerous',
      offset,
      text: isLocal
        ? `${nodes} ${quoted(operator)} of ${quoted(domain)}, which the model defines itself under the name of an operator that runs Python.`
        : `${nodes} ${quoted(operator)} of the domain ${quoted(domain)}, which runs Python.`,
      ...(callee === '' ? {} : { call: callee.slice(0, 300) }),
    });
  else if (!isLocal)
    inspecting.observe({
      rule: 'onnx.custom-operator',
      effect: 'review',
      offset,
      text: `${nodes} ${quoted(operator)} of the domain ${quoted(domain)}, whose code comes from a library that is loaded with the model.`,
    });
}

export const inspectOnnxModel = (source: ByteSource, inspecting: Inspecting): Promise<void> =>
  inspectGraphs(source, inspecting, model);

export const inspectOnnxTensor = (source: ByteSource, inspecting: Inspecting): Promise<void> =>
  inspectGraphs(source, inspecting, tensor);
