import { isAscii, isUtf8 } from 'node:buffer';
import { OP, OPERANDS } from './opcodes.ts';
import { latin1 } from './render.ts';

const HIGHEST_PROTOCOL = 5;
const ACTS: ReadonlySet<number> = new Set([
  OP.GLOBAL,
  OP.INST,
  OP.STACK_GLOBAL,
  OP.REDUCE,
  OP.OBJ,
  OP.NEWOBJ,
  OP.NEWOBJ_EX,
  OP.BUILD,
]);

/** What no pickle begins with. */
const NEEDS_A_STACK: ReadonlySet<number> = new Set([
  OP.STACK_GLOBAL,
  OP.REDUCE,
  OP.OBJ,
  OP.NEWOBJ,
  OP.NEWOBJ_EX,
  OP.BUILD,
  OP.POP,
  OP.POP_MARK,
  OP.DUP,
  OP.APPEND,
  OP.APPENDS,
  OP.SETITEM,
  OP.SETITEMS,
  OP.ADDITEMS,
  OP.TUPLE,
  OP.TUPLE1,
  OP.TUPLE2,
  OP.TUPLE3,
  OP.LIST,
  OP.DICT,
  OP.FROZENSET,
  OP.PUT,
  OP.BINPUT,
  OP.LONG_BINPUT,
  OP.MEMOIZE,
  OP.BINPERSID,
  OP.STOP,
]);

/**
 * Whether a load of these first bytes as a pickle would get anywhere: it announces a protocol, it ends, it imports
 * something before it breaks, or its opcodes make sense as far as the bytes go.
 */
export function looksLikePickle(head: Uint8Array, size = head.length): boolean {
  if (head.length < 2) return false;
  if (head[0] === OP.PROTO) {
    const [, protocol = 0, next = 0] = head;
    return protocol <= HIGHEST_PROTOCOL && (head.length < 3 || OPERANDS[next] !== undefined);
  }
  if (NEEDS_A_STACK.has(head[0] ?? 0)) return false;
  let at = 0;
  let count = 0;
  while (at < head.length) {
    const op = head[at] ?? 0;
    const operand = OPERANDS[op];
    if (!operand) return false;
    const end = endOf(head, at, op, size);
    if (end === undefined) return false;
    if (end === 'beyond') return true;
    count += 1;
    if (op === OP.STOP) return count > 1;
    if (ACTS.has(op)) return true;
    at = end;
  }
  return count > 1;
}

/** Where the opcode at `at` ends; `beyond` what there is, or `undefined` where its operand makes no sense. */
function endOf(head: Uint8Array, at: number, op: number, size: number): number | 'beyond' | undefined {
  const operand = OPERANDS[op];
  if (!operand) return undefined;
  if (operand.kind === 'fixed') {
    const end = at + 1 + operand.bytes;
    return end > head.length ? 'beyond' : end;
  }
  if (operand.kind === 'sized') {
    const start = at + 1 + operand.lengthBytes;
    if (start > head.length) return 'beyond';
    let length = 0;
    for (let byte = operand.lengthBytes - 1; byte >= 0; byte--)
      length = length * 256 + (head[at + 1 + byte] ?? 0);
    const end = start + length;
    return end > size ? undefined : end > head.length ? 'beyond' : end;
  }
  let end = at + 1;
  const lines: string[] = [];
  const first = end;
  for (let line = 0; line < operand.lines; line++) {
    const newline = head.indexOf(0x0a, end);
    // CPython reads the name of what lies elsewhere as ASCII and stops at what is none, such as the header of a ZIP.
    if (op === OP.PERSID && !isAscii(head.subarray(end, newline === -1 ? head.length : newline)))
      return undefined;
    if (newline === -1) return size > head.length ? 'beyond' : undefined;
    lines.push(latin1(head.subarray(end, newline)));
    end = newline + 1;
  }
  // CPython reads these as UTF-8 and stops at what is none.
  if ((op === OP.GLOBAL || op === OP.INST) && !isUtf8(head.subarray(first, end))) return undefined;
  return makesSense(op, lines) ? end : undefined;
}

const isWhole = (written: string): boolean =>
  /^\s*[-+]?(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[\d_]+)L?\s*$/.test(written);

function makesSense(op: number, [first = '', second = '']: readonly string[]): boolean {
  switch (op) {
    case OP.GLOBAL:
    case OP.INST:
      return /^[^\s(){};,:]+$/.test(first) && /^[^\s(){};,:]+$/.test(second);
    case OP.INT:
      // CPython takes nothing for 0.
      return first === '' || isWhole(first);
    case OP.LONG:
      return isWhole(first);
    case OP.FLOAT:
      return /^\s*[-+]?(\d|\.\d|inf|nan)/i.test(first);
    case OP.STRING:
      return /^\s*(['"])[\s\S]*\1\s*$/.test(first);
    case OP.GET:
    case OP.PUT:
      return /^\s*[-+]?[\d_]+\s*$/.test(first);
    default:
      return true;
  }
}
