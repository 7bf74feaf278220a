import { inflateSync } from 'node:zlib';
import { latin1 } from './render.ts';
import { type Call, MOST_TEXT, sequence, type Value } from './value.ts';

const DEEPEST = 12;

/**
 * A value with what can be told beforehand put in the place of the calls that would make it, so that people read
 * `os.system('id')` and not how it was hidden. Strings are put together and decoded; nothing else is done.
 */
export const folded = (value: Value): Value => fold(value, 0);

function fold(value: Value, depth: number): Value {
  if (value.kind !== 'call' || depth > DEEPEST) return value;
  const callee = fold(value.callee, depth + 1);
  const args =
    value.args.kind === 'tuple' ? value.args.items.map((item) => fold(item, depth + 1)) : undefined;
  const whole: Call = {
    ...value,
    callee,
    ...(args && value.args.kind === 'tuple' ? { args: { ...value.args, items: args } } : {}),
  };
  if (!args) return whole;
  if (callee.kind === 'global') return ofGlobal(`${callee.module}.${callee.name}`, args) ?? whole;
  if (callee.kind === 'call') return ofIndirection(callee, args) ?? whole;
  return whole;
}

/** A module is a global without a name. */
const module = (name: string): Value => ({ kind: 'global', module: name, name: '' });
const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' && value.value.length === value.length ? value.value : undefined;

function attribute(of: Value | undefined, name: string | undefined): Value | undefined {
  if (of?.kind !== 'global' || name === undefined) return undefined;
  return { kind: 'global', module: of.module, name: of.name ? `${of.name}.${name}` : name };
}

function ofGlobal(name: string, args: readonly Value[]): Value | undefined {
  const [first, second] = args;
  switch (name) {
    case 'builtins.__import__':
    case 'importlib.import_module':
    case 'importlib.__import__': {
      const wanted = textOf(first);
      return wanted === undefined ? undefined : module(wanted);
    }
    case 'builtins.getattr':
      return attribute(first, textOf(second));
    case 'pkgutil.resolve_name':
    case 'pydoc.locate':
      return located(textOf(first));
    case '_codecs.encode':
    case 'codecs.encode':
      return encoded(textOf(first), textOf(second));
    case '_codecs.decode':
    case 'codecs.decode':
      return first?.kind === 'bytes' && whole(first) ? string(latin1(first.head)) : undefined;
    case 'base64.b64decode':
    case 'base64.decodebytes':
    case 'binascii.a2b_base64':
      return bytes(Buffer.from(asText(first) ?? '', 'base64'));
    case 'binascii.unhexlify':
    case 'binascii.a2b_hex':
      return bytes(Buffer.from(asText(first) ?? '', 'hex'));
    case 'zlib.decompress':
      return inflated(first);
    case 'builtins.bytes':
    case 'builtins.bytearray':
      return first?.kind === 'bytes' ? first : numbers(first);
    case 'builtins.str':
      return first?.kind === 'string' ? first : undefined;
    default:
      return undefined;
  }
}

/** A call of what `operator` or `functools` gave, or of a method of a string. */
function ofIndirection(callee: Call, args: readonly Value[]): Value | undefined {
  const made = callee.callee;
  const given = callee.args.kind === 'tuple' ? callee.args.items : [];
  if (made.kind !== 'global') return undefined;
  const [first] = args;
  switch (`${made.module}.${made.name}`) {
    case 'operator.attrgetter':
    case '_operator.attrgetter':
      return attribute(first, textOf(given[0]));
    case 'operator.methodcaller':
    case '_operator.methodcaller': {
      const method = attribute(first, textOf(given[0]));
      return method && { kind: 'call', callee: method, args: sequence('tuple', given.slice(1)) };
    }
    case 'functools.partial':
    case '_functools.partial': {
      const [called, ...before] = given;
      return called && { kind: 'call', callee: called, args: sequence('tuple', [...before, ...args]) };
    }
    case 'builtins.getattr':
      return textOf(given[1]) === 'join' ? joined(textOf(given[0]), first) : undefined;
    default:
      return undefined;
  }
}

function located(path: string | undefined): Value | undefined {
  if (path === undefined) return undefined;
  const [before = '', after] = path.split(':', 2);
  if (after) return { kind: 'global', module: before, name: after };
  const dot = path.lastIndexOf('.');
  return dot <= 0 ? module(path) : { kind: 'global', module: path.slice(0, dot), name: path.slice(dot + 1) };
}

function joined(separator: string | undefined, of: Value | undefined): Value | undefined {
  if (
    separator === undefined ||
    (of?.kind !== 'list' && of?.kind !== 'tuple') ||
    of.count !== of.items.length
  )
    return undefined;
  const parts = of.items.map(textOf);
  return parts.every((part) => part !== undefined) ? string(parts.join(separator)) : undefined;
}

const whole = ({ head, length }: Value & { kind: 'bytes' }): boolean => head.length === length;
const string = (value: string): Value => ({
  kind: 'string',
  value: value.slice(0, MOST_TEXT),
  length: value.length,
});
const bytes = (head: Uint8Array): Value | undefined =>
  head.length === 0
    ? undefined
    : { kind: 'bytes', head: head.subarray(0, MOST_TEXT), length: head.length, offset: 0 };

const asText = (value: Value | undefined): string | undefined =>
  value?.kind === 'bytes' ? latin1(value.head) : textOf(value);

const encoded = (text: string | undefined, encoding = 'utf-8'): Value | undefined =>
  text === undefined ? undefined : bytes(Buffer.from(text, /latin|8859/i.test(encoding) ? 'latin1' : 'utf8'));

function numbers(of: Value | undefined): Value | undefined {
  if ((of?.kind !== 'list' && of?.kind !== 'tuple') || of.count !== of.items.length) return undefined;
  return bytes(Uint8Array.from(of.items.map((item) => (item.kind === 'number' ? Number(item.value) : 0))));
}

function inflated(of: Value | undefined): Value | undefined {
  if (of?.kind !== 'bytes' || !whole(of)) return undefined;
  try {
    return bytes(inflateSync(of.head, { maxOutputLength: MOST_TEXT }));
  } catch {
    // It is not what it says, or longer than is shown: the call is told as it stands.
    return undefined;
  }
}
