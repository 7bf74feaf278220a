import type { ByteSource } from '../bytes/byte-source.ts';

/** What PyTorch calls the two kinds of text: before it, a number of four bytes or of one. */
const BINUNICODE = 0x58;
const SHORT_BINUNICODE = 0x8c;
const LONGEST_KEY = 24;
const MOST_READ = 16 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** Folder and key of a tensor that a pickle beside the folder may refer to: `archive/data/12` → `archive/data`, `12`. */
export function storageOf(name: string): { pickle: string; key: string } | undefined {
  const slash = name.lastIndexOf('/');
  if (slash <= 0) return undefined;
  const key = name.slice(slash + 1);
  return key.length > 0 && key.length <= LONGEST_KEY && /^[\w.-]+$/.test(key)
    ? { pickle: `${name.slice(0, slash)}.pkl`, key }
    : undefined;
}

/**
 * The keys that a pickle names, of those that are asked for. It is not unpickled: texts that stand in it are enough to
 * tell which members a loader takes for numbers.
 */
export async function keysNamedIn(
  pickle: ByteSource,
  wanted: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  let carried = Buffer.alloc(0);
  for (let at = 0; at < MOST_READ && named.size < wanted.size; ) {
    const read = await pickle.read(at, CHUNK);
    if (read.length === 0) break;
    at += read.length;
    const bytes = Buffer.concat([carried, read]);
    for (let from = 0; from < bytes.length; from++) {
      const opcode = bytes[from];
      if (opcode !== BINUNICODE && opcode !== SHORT_BINUNICODE) continue;
      const isShort = opcode === SHORT_BINUNICODE;
      const begin = from + (isShort ? 2 : 5);
      if (begin > bytes.length) continue;
      const length = isShort ? (bytes[from + 1] ?? 0) : bytes.readUInt32LE(from + 1);
      if (length === 0 || length > LONGEST_KEY || begin + length > bytes.length) continue;
      const key = bytes.toString('latin1', begin, begin + length);
      if (wanted.has(key)) named.add(key);
    }
    carried = bytes.subarray(Math.max(0, bytes.length - LONGEST_KEY - 5));
  }
  return named;
}

/** Operators of TorchScript with which a model opens files or connections, by what they do. */
const OPERATORS: Readonly<Record<string, string>> = {
  from_file: 'maps a file into memory, and can create it',
  save: 'writes a file',
  load: 'reads a file',
  open: 'opens a file',
  write: 'writes',
  remove: 'removes a file',
  connect: 'connects to another host',
  send: 'sends to another host',
  socket: 'opens a connection',
  system: 'runs a command',
  popen: 'runs a command',
  exec: 'runs code',
  eval: 'runs code',
  spawn: 'starts a process',
  subprocess: 'starts a process',
  importlib: 'imports code',
  __import__: 'imports code',
};

/** Calls of other hosts. */
const OTHER_HOSTS = /\brpc_(?:sync|async|remote)\b/;
/** Operators that PyTorch and its own libraries bring; others are of a library that is loaded with the model. */
const KNOWN_OPERATORS =
  /^(?:aten|prim|prims|quantized|_quantized|torchvision|torchaudio|torchtext|xnnpack|prepacked|sparse|mkldnn|mkldnn_prepacked|onednn|mkl|metal|vulkan|inductor|c10d|_c10d_functional|profiler|image|video_reader|torch_\w+|dnnl|fb|static_runtime|cuda)$/;

/** The operators that a file of TorchScript has at hand and that reach beyond the model. */
export function operatorsIn(code: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  // It need not stand before a bracket: a name may be given to it first.
  for (const [, operator = ''] of code.matchAll(/\b(?:torch|aten|prim)\s*\.\s*(\w{1,40})/g)) {
    const does = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (does !== undefined) found.set(`torch.${operator}`, does);
  }
  if (/=\s*(?:torch|aten|prim|ops(?:\s*\.\s*\w+)?)\s*$/m.test(code))
    found.set('torch', 'gets another name, by which any operator may be called');
  if (OTHER_HOSTS.test(code)) found.set('torch.rpc', 'has another host run a function');
  for (const [, library = '', operator = ''] of code.matchAll(/\bops\s*\.\s*(\w{1,80})\s*\.\s*(\w{1,80})/g))
    if (!KNOWN_OPERATORS.test(library) && found.size < MOST_TOLD)
      found.set(`ops.${library}.${operator}`, 'is code of a library that is loaded with the model');
  return found;
}

const MOST_TOLD = 100;

/** The same of the code of the lite interpreter, whose names stand as texts in a pickle. */
export function operatorsInBytecode(bytes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, operator = ''] of bytes.matchAll(/(?:aten|prim)::(\w{1,40})/g)) {
    const does = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (does !== undefined) found.set(`torch.${operator}`, does);
  }
  return found;
}
