import type { Value } from './value.ts';

const MOST_SHOWN = 300;
const MOST_OF_A_STRING = 120;
const MOST_ITEMS_SHOWN = 6;
const DEEPEST = 6;

/** A value as Python writes it, cut short where it is long: `os.system('id')`. */
export function rendered(value: Value): string {
  const text = render(value, 0);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;
}

function render(value: Value, depth: number): string {
  if (depth > DEEPEST) return '…';
  switch (value.kind) {
    case 'constant':
      return value.text;
    case 'number':
      return String(value.value).slice(0, 40);
    case 'string':
      return quoted(value.value, value.length);
    case 'bytes':
      return `b${quoted(latin1(value.head.subarray(0, MOST_OF_A_STRING + 1)), value.length)}`;
    case 'tuple':
      return value.count === 1
        ? `(${list(value.items, 1, depth)},)`
        : `(${list(value.items, value.count, depth)})`;
    case 'list':
      return `[${list(value.items, value.count, depth)}]`;
    case 'set':
      return value.count === 0 ? 'set()' : `{${list(value.items, value.count, depth)}}`;
    case 'frozenset':
      return `frozenset({${list(value.items, value.count, depth)}})`;
    case 'dict': {
      const shown = value.entries
        .slice(0, MOST_ITEMS_SHOWN)
        .map(([key, entry]) => `${render(key, depth + 1)}: ${render(entry, depth + 1)}`);
      return `{${[...shown, ...more(value.count - shown.length)].join(', ')}}`;
    }
    case 'global':
      if (value.name === '') return value.module;
      return value.module === 'builtins' ? value.name : `${value.module}.${value.name}`;
    case 'call': {
      const keywords = value.keywords?.kind === 'dict' ? value.keywords.entries : [];
      const args =
        value.args.kind === 'tuple'
          ? list(value.args.items, value.args.count, depth)
          : `*${render(value.args, depth + 1)}`;
      const named = keywords.map(
        ([key, entry]) => `**{${render(key, depth + 1)}: ${render(entry, depth + 1)}}`,
      );
      return `${render(value.callee, depth + 1)}(${[args, ...named].filter(Boolean).join(', ')})`;
    }
    case 'persistent':
      return `persistent_load(${render(value.id, depth + 1)})`;
    default:
      return `<${value.why}>`;
  }
}

function list(items: readonly Value[], count: number, depth: number): string {
  const shown = items.slice(0, MOST_ITEMS_SHOWN).map((item) => render(item, depth + 1));
  return [...shown, ...more(count - shown.length)].join(', ');
}

const more = (count: number): string[] => (count > 0 ? [`… ${count} more`] : []);

function quoted(text: string, length: number): string {
  const shown = text.slice(0, MOST_OF_A_STRING).replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n');
  return `'${shown}${length > MOST_OF_A_STRING ? '…' : ''}'`;
}

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
