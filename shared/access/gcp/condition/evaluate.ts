import type { ASTNode } from '@marcbachmann/cel-js';
import { compile, type Evaluate, FUNCTIONS, MOST_CHARACTERS, parse } from './functions.ts';

/** The value is not known, or the expression has none. */
export const OPEN = Symbol('open');

/** A text of which only the beginning is known: the name of some object in a bucket. */
export class Beginning {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What is known of a request, by the path that expressions name it by: `resource.name`, `request.time`, `api`. */
export type Known = ReadonlyMap<string, unknown>;

export interface Expression {
  /** Never throws: {@link OPEN} where what is not known decides, or where there is no value. */
  readonly valueWith: (known: Known) => unknown;
}

/** `undefined` where it cannot be read, or is larger than anything that IAM takes. */
export function expression(text: string): Expression | undefined {
  const ast = parsed(text);
  if (!ast) return undefined;
  const leaves = new Map<ASTNode, Leaf>();
  return { valueWith: (known) => valueIn(ast, known, leaves) };
}

interface Leaf {
  /** Paths that it looks at. */
  readonly paths: readonly string[];
  readonly evaluate: Evaluate | undefined;
}

function parsed(text: string): ASTNode | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined; // Whatever is wrong with it, the condition stays open.
  }
}

/** Kleene's logic over `&&`, `||`, `!` and `?:`; what stands between them has a value as a whole or none. */
function valueIn(node: ASTNode, known: Known, leaves: Map<ASTNode, Leaf>): unknown {
  const of = (inner: ASTNode) => valueIn(inner, known, leaves);
  switch (node.op) {
    case '&&':
      return both(of(node.args[0]), of(node.args[1]), false);
    case '||':
      return both(of(node.args[0]), of(node.args[1]), true);
    case '!_': {
      const value = of(node.args);
      return typeof value === 'boolean' ? !value : OPEN;
    }
    case '?:': {
      const test = of(node.args[0]);
      return typeof test === 'boolean' ? of(node.args[test ? 1 : 2]) : OPEN;
    }
    default:
      return valueOfLeaf(node, known, leaves);
  }
}

/** `decides`: the value of one side with which the other does not matter. */
function both(left: unknown, right: unknown, decides: boolean): unknown {
  if (left === decides || right === decides) return decides;
  return typeof left === 'boolean' && typeof right === 'boolean' ? !decides : OPEN;
}

function valueOfLeaf(node: ASTNode, known: Known, leaves: Map<ASTNode, Leaf>): unknown {
  const begun = valueOfBeginning(node, known);
  if (begun !== undefined) return begun;
  const leaf = leaves.get(node) ?? leafOf(node);
  leaves.set(node, leaf);
  if (!leaf.evaluate || !leaf.paths.every((path) => isKnown(path, known))) return OPEN;
  try {
    return leaf.evaluate(contextOf(known));
  } catch {
    return OPEN;
  }
}

/** What the beginning of a text decides: whether it begins so, or can be this. */
function valueOfBeginning(node: ASTNode, known: Known): unknown {
  const compared = comparedText(node);
  if (!compared) return undefined;
  const value = known.get(compared.path);
  if (!(value instanceof Beginning)) return undefined;
  const { text, kind } = compared;
  if (kind === 'startsWith' && value.text.startsWith(text)) return true;
  if (!text.startsWith(value.text)) return kind === '!=';
  return OPEN;
}

function comparedText(
  node: ASTNode,
): { readonly path: string; readonly text: string; readonly kind: 'startsWith' | '==' | '!=' } | undefined {
  const [kind, subject, other] =
    node.op === 'rcall' && node.args[0] === 'startsWith'
      ? (['startsWith', node.args[1], node.args[2][0]] as const)
      : node.op === '==' || node.op === '!='
        ? ([node.op, node.args[0], node.args[1]] as const)
        : [];
  if (!kind || !subject || other?.op !== 'value' || typeof other.args !== 'string') return undefined;
  const path = pathOf(subject);
  return path === undefined ? undefined : { path, text: other.args, kind };
}

function leafOf(node: ASTNode): Leaf {
  const paths = new Set<string>();
  const isAllowed = look(node, paths);
  return { paths: [...paths], evaluate: isAllowed ? compiled(node) : undefined };
}

function compiled(node: ASTNode): Evaluate | undefined {
  try {
    return compile(node);
  } catch {
    return undefined;
  }
}

/** Notes the paths below a node; false where something is called that IAM does not have. */
function look(node: ASTNode, paths: Set<string>): boolean {
  const path = pathOf(node);
  if (path !== undefined) {
    paths.add(path);
    return true;
  }
  switch (node.op) {
    case 'value':
      return true;
    case 'rcall': {
      const [name, receiver, args] = node.args;
      if (TAGS.has(name) && receiver.op === 'id') paths.add(`${receiver.args}.tags`);
      else if (!look(receiver, paths)) return false;
      return FUNCTIONS.has(name) && args.every((arg) => look(arg, paths));
    }
    case 'call':
      return FUNCTIONS.has(node.args[0]) && node.args[1].every((arg) => look(arg, paths));
    case 'list':
      return node.args.every((element) => look(element, paths));
    case 'map':
      return node.args.every(([key, value]) => look(key, paths) && look(value, paths));
    case '!_':
    case '-_':
      return look(node.args, paths);
    case '?:':
      return node.args.every((part) => look(part, paths));
    case '.':
      return look(node.args[0], paths);
    case 'id':
    case '.?':
    case '[?]':
      return false;
    default:
      return look(node.args[0], paths) && look(node.args[1], paths);
  }
}

const TAGS: ReadonlySet<string> = new Set(['matchTag', 'matchTagId', 'hasTagKey', 'hasTagKeyId']);

/** `resource.name` */
function pathOf(node: ASTNode): string | undefined {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const before = pathOf(node.args[0]);
  return before === undefined ? undefined : `${before}.${node.args[1]}`;
}

/** Known itself, or a part of something that is. */
function isKnown(path: string, known: Known): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const before = path.slice(0, end);
    if (known.has(before)) return !(known.get(before) instanceof Beginning);
  }
  return false;
}

/** The paths as the values that expressions walk: `resource` with its `name`. */
function contextOf(known: Known): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const [path, value] of known) {
    if (value instanceof Beginning) continue;
    const dot = path.indexOf('.');
    if (dot < 0) {
      context[path] = value;
      continue;
    }
    const [root, rest] = [path.slice(0, dot), path.slice(dot + 1)];
    const fields = context[root] instanceof Map ? (context[root] as Map<string, unknown>) : new Map();
    context[root] = fields.set(rest, value);
  }
  return context;
}
