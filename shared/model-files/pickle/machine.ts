import { isUtf8 } from 'node:buffer';
import type { Cursor } from '../bytes/cursor.ts';
import type { Spending } from '../bytes/limits.ts';
import { arrayAfter } from './joblib-arrays.ts';
import { Memo } from './memo.ts';
import { doubleAt, integerIn, LONGEST_NUMBER, memoNumberOf, numberOf } from './numbers.ts';
import { OP } from './opcodes.ts';
import { type Operand, Operands } from './operands.ts';
import { asImported } from './renamed-modules.ts';
import { stringOperand, unicodeOperand, utf8 } from './text.ts';
import {
  append,
  type Bytes,
  type Call,
  FALSE,
  handedOn,
  MOST_ITEMS,
  MOST_TEXT,
  NONE,
  put,
  sequence,
  TRUE,
  unknown,
  type Value,
} from './value.ts';

/** What a load does, told when it does it: a call whose result is thrown away was made all the same. */
export interface Events {
  /** `written` is how the stream spells it, where that differs from what Python 3 imports. */
  imported(value: Value & { kind: 'global' }, written: string, offset: number): void;
  /** An import of what is not there before it runs: the module or the name is computed. */
  importedUnknown(module: Value, name: Value, offset: number): void;
  called(call: Call, offset: number): void;
  built(target: Value, state: Value, offset: number): void;
  /** Items of what a call gave are set. */
  itemsSet(target: Call, offset: number): void;
  extension(code: number, offset: number): void;
  persistent(id: Value, offset: number): void;
  /** A string of bytes that may itself be a pickle. */
  bytes(value: Value & { kind: 'bytes' }): void;
  /** Something that a linear reading of the stream does not tell. */
  frame(problem: 'straddled' | 'nested', offset: number): void;
  /** CPython would stop with an error. What came before has been done. */
  broken(why: string, offset: number): void;
  missed(why: string): void;
}

export interface MachineOptions {
  readonly spending: Spending;
  /** Opcodes after which it gives up, as `stopped: 'limit'`. */
  readonly mostOpcodes?: number;
  /** Whether arrays may stand in the stream, as joblib writes them. */
  readonly joblib?: boolean;
}

export interface Ran {
  readonly stopped: 'STOP' | 'end' | 'invalid' | 'limit';
  readonly opcodes: number;
  readonly value: Value;
}

const A_NUMBER = unknown('a number');
const MOST_ON_THE_STACK = 4_000_000;
const OPCODES_PER_LOOK_AT_THE_CLOCK = 1 << 16;

/**
 * Walks one pickle from where the cursor is to behind its STOP, keeping what each value is and doing nothing of it.
 * Source of what each opcode does: CPython, Lib/pickle.py (`_Unpickler`) and Lib/pickletools.py.
 */
export async function runPickle(cursor: Cursor, events: Events, options: MachineOptions): Promise<Ran> {
  const { spending, mostOpcodes = Number.POSITIVE_INFINITY, joblib = true } = options;
  const stack: Value[] = [];
  const marks: number[] = [];
  const memo = new Memo();
  const operands = new Operands(cursor);
  let opcodes = 0;
  let protocol = 0;
  let isBroken = false;
  /** Where the frame ends that the next opcode lies in. */
  let frameEnd = -1;
  let opAt = 0;

  const breaks = (why: string): void => {
    if (isBroken) return;
    isBroken = true;
    events.broken(why, opAt);
  };
  const bottom = (): number => marks[marks.length - 1] ?? 0;
  const push = (value: Value): void => {
    stack.push(value);
  };
  const pop = (): Value => {
    if (stack.length > bottom()) return stack.pop() as Value;
    breaks('there is nothing on the stack');
    return unknown('nothing on the stack');
  };
  const top = (): Value => {
    if (stack.length > bottom()) return stack[stack.length - 1] as Value;
    breaks('there is nothing on the stack');
    return unknown('nothing on the stack');
  };
  const popToMark = (): Value[] => {
    const mark = marks.pop();
    if (mark === undefined) breaks('there is no mark');
    return stack.splice(mark ?? 0);
  };
  const call = (callee: Value, args: Value, more: Pick<Call, 'keywords' | 'isNew'> = {}): Value => {
    const made: Call = { kind: 'call', callee, args, ...more };
    events.called(made, opAt);
    return made;
  };
  /** Of a GLOBAL or INST, whose lines CPython reads as UTF-8 and stops at what is none. */
  const importedLines = (module: Uint8Array, name: Uint8Array): Value => {
    if (isUtf8(module) && isUtf8(name)) return imported(utf8(module), utf8(name));
    breaks('a name is not UTF-8');
    return unknown('a name that is not UTF-8');
  };
  const imported = (module: string, name: string): Value => {
    const [now, named] = protocol < 3 ? asImported(module, name) : [module, name];
    const value = { kind: 'global', module: now, name: named } as const;
    events.imported(value, `${module}.${name}`, opAt);
    return value;
  };
  const TOO_SHORT = 'the stream ends within an operand';

  function text({ head, isWhole }: Operand, length: number, isUtf8: boolean): void {
    if (!isWhole) breaks(TOO_SHORT);
    push({ kind: 'string', value: isUtf8 ? utf8(head) : latin1Of(head), length });
  }
  function bytes({ head, isWhole, offset }: Operand, length: number): void {
    if (!isWhole) breaks(TOO_SHORT);
    const value: Bytes = { kind: 'bytes', head: head.slice(), length, offset };
    push(value);
    if (length > 2) events.bytes(value);
  }

  const ended = (stopped: Ran['stopped']): Ran => ({
    stopped,
    opcodes,
    value: stack[stack.length - 1] ?? NONE,
  });

  for (;;) {
    if (cursor.left < 16 && !cursor.isEnded) await cursor.need(16);
    opAt = cursor.offset;
    if (cursor.left === 0) {
      breaks('the stream ends without STOP');
      return ended('end');
    }
    if (opcodes >= mostOpcodes) return ended('limit');
    opcodes += 1;
    if (opcodes % OPCODES_PER_LOOK_AT_THE_CLOCK === 0) {
      spending.inTime();
      if (stack.length > MOST_ON_THE_STACK) {
        events.missed(`a pickle puts more than ${MOST_ON_THE_STACK} values on its stack`);
        return ended('limit');
      }
    }
    const op = cursor.buffer[cursor.at] ?? 0;
    cursor.at += 1;
    const { at } = cursor;
    switch (op) {
      case OP.MARK:
        marks.push(stack.length);
        break;
      case OP.STOP:
        return ended('STOP');
      case OP.POP:
        if (stack.length > bottom()) stack.pop();
        else if (marks.pop() === undefined) breaks('there is nothing on the stack');
        break;
      case OP.POP_MARK:
        popToMark();
        break;
      case OP.DUP:
        push(top());
        break;
      case OP.NONE:
        push(NONE);
        break;
      case OP.NEWTRUE:
        push(TRUE);
        break;
      case OP.NEWFALSE:
        push(FALSE);
        break;
      case OP.BININT:
        cursor.at += 4;
        push({ kind: 'number', value: operands.u32(at) | 0 });
        break;
      case OP.BININT1:
        cursor.at += 1;
        push({ kind: 'number', value: cursor.buffer[at] ?? 0 });
        break;
      case OP.BININT2:
        cursor.at += 2;
        push({ kind: 'number', value: (cursor.buffer[at] ?? 0) | ((cursor.buffer[at + 1] ?? 0) << 8) });
        break;
      case OP.BINFLOAT:
        if (cursor.left < 8) breaks(TOO_SHORT);
        push(
          stack.length - bottom() < MOST_ITEMS
            ? { kind: 'number', value: doubleAt(cursor.buffer, at) }
            : A_NUMBER,
        );
        cursor.at += 8;
        passNumbers();
        break;
      case OP.LONG1:
      case OP.LONG4: {
        const width = op === OP.LONG1 ? 1 : 4;
        const length = width === 1 ? (cursor.buffer[at] ?? 0) : operands.u32(at) | 0;
        cursor.at += width;
        if (length < 0) {
          breaks('a number has a negative length');
          push(unknown('a number'));
          break;
        }
        const { head, isWhole } = operands.atHand(length) ?? (await operands.take(length));
        if (!isWhole) breaks(TOO_SHORT);
        push(
          length > LONGEST_NUMBER ? unknown('a large number') : { kind: 'number', value: integerIn(head) },
        );
        break;
      }
      case OP.INT:
      case OP.LONG:
      case OP.FLOAT: {
        const written = operands.lineAtHand() ?? (await operands.line());
        if (!written) {
          breaks(TOO_SHORT);
          return ended('end');
        }
        push(numberOf(latin1Of(written), op));
        break;
      }
      case OP.STRING: {
        const written = operands.lineAtHand() ?? (await operands.line());
        const value = written && stringOperand(written);
        if (value === undefined) breaks('a STRING is not in quotes');
        if (!written) return ended('end');
        push(value === undefined ? unknown('a string without quotes') : short(value));
        break;
      }
      case OP.UNICODE: {
        const written = operands.lineAtHand() ?? (await operands.line());
        if (!written) {
          breaks(TOO_SHORT);
          return ended('end');
        }
        push(short(unicodeOperand(written)));
        break;
      }
      case OP.SHORT_BINUNICODE: {
        const length = cursor.buffer[at] ?? 0;
        cursor.at += 1;
        text(operands.atHand(length) ?? (await operands.take(length)), length, true);
        break;
      }
      case OP.BINUNICODE: {
        const length = operands.u32(at);
        cursor.at += 4;
        text(operands.atHand(length) ?? (await operands.take(length)), length, true);
        break;
      }
      case OP.BINUNICODE8: {
        const length = operands.u64(at);
        cursor.at += 8;
        text(operands.atHand(length) ?? (await operands.take(length)), length, true);
        break;
      }
      case OP.SHORT_BINSTRING: {
        const length = cursor.buffer[at] ?? 0;
        cursor.at += 1;
        text(operands.atHand(length) ?? (await operands.take(length)), length, false);
        break;
      }
      case OP.BINSTRING: {
        const length = operands.u32(at) | 0;
        cursor.at += 4;
        if (length < 0) {
          breaks('a string has a negative length');
          push(unknown('a string'));
        } else text(operands.atHand(length) ?? (await operands.take(length)), length, false);
        break;
      }
      case OP.SHORT_BINBYTES: {
        const length = cursor.buffer[at] ?? 0;
        cursor.at += 1;
        bytes(operands.atHand(length) ?? (await operands.take(length)), length);
        break;
      }
      case OP.BINBYTES: {
        const length = operands.u32(at);
        cursor.at += 4;
        bytes(operands.atHand(length) ?? (await operands.take(length)), length);
        break;
      }
      case OP.BINBYTES8:
      case OP.BYTEARRAY8: {
        const length = operands.u64(at);
        cursor.at += 8;
        bytes(operands.atHand(length) ?? (await operands.take(length)), length);
        break;
      }
      case OP.NEXT_BUFFER:
        push(unknown('a buffer that is not in the stream'));
        break;
      case OP.READONLY_BUFFER:
        top();
        break;
      case OP.EMPTY_TUPLE:
        push(sequence('tuple'));
        break;
      case OP.TUPLE1:
        push(sequence('tuple', [pop()]));
        break;
      case OP.TUPLE2: {
        const second = pop();
        push(sequence('tuple', [pop(), second]));
        break;
      }
      case OP.TUPLE3: {
        const third = pop();
        const second = pop();
        push(sequence('tuple', [pop(), second, third]));
        break;
      }
      case OP.TUPLE:
        push(sequence('tuple', popToMark()));
        break;
      case OP.EMPTY_LIST:
        push(sequence('list'));
        break;
      case OP.LIST:
        push(sequence('list', popToMark()));
        break;
      case OP.EMPTY_SET:
        push(sequence('set'));
        break;
      case OP.FROZENSET:
        push(sequence('frozenset', popToMark()));
        break;
      case OP.EMPTY_DICT:
        push({ kind: 'dict', entries: [], count: 0 });
        break;
      case OP.DICT: {
        const items = popToMark();
        const made: Value = { kind: 'dict', entries: [], count: 0 };
        for (let item = 0; item + 1 < items.length; item += 2)
          put(made, items[item] as Value, items[item + 1] as Value);
        push(made);
        break;
      }
      case OP.APPEND: {
        const value = pop();
        extend(top(), [value]);
        break;
      }
      case OP.APPENDS:
      case OP.ADDITEMS: {
        const items = popToMark();
        extend(top(), items);
        break;
      }
      case OP.SETITEM: {
        const value = pop();
        const key = pop();
        set(top(), [key, value]);
        break;
      }
      case OP.SETITEMS: {
        const items = popToMark();
        set(top(), items);
        break;
      }
      case OP.GET:
      case OP.PUT: {
        const written = operands.lineAtHand() ?? (await operands.line());
        const index = written ? memoNumberOf(latin1Of(written)) : Number.NaN;
        if (Number.isNaN(index)) {
          breaks('a memo has no number');
          if (!written) return ended('end');
        } else if (op === OP.GET) push(memo.get(index));
        else if (!memo.put(index, top())) events.missed('a pickle remembers more values than are kept');
        break;
      }
      case OP.BINGET:
        cursor.at += 1;
        push(memo.get(cursor.buffer[at] ?? 0));
        break;
      case OP.LONG_BINGET:
        cursor.at += 4;
        push(memo.get(operands.u32(at)));
        break;
      case OP.BINPUT:
        cursor.at += 1;
        memo.put(cursor.buffer[at] ?? 0, top());
        break;
      case OP.LONG_BINPUT:
        cursor.at += 4;
        if (!memo.put(operands.u32(at), top())) events.missed('a pickle remembers more values than are kept');
        break;
      case OP.MEMOIZE:
        if (!memo.put(memo.size, top())) events.missed('a pickle remembers more values than are kept');
        break;
      case OP.GLOBAL: {
        const module = operands.lineAtHand() ?? (await operands.line());
        const name = module && (operands.lineAtHand() ?? (await operands.line()));
        if (!module || !name) {
          breaks(TOO_SHORT);
          return ended('end');
        }
        push(importedLines(module, name));
        break;
      }
      case OP.STACK_GLOBAL: {
        const name = pop();
        const module = pop();
        if (name.kind === 'string' && module.kind === 'string') push(imported(module.value, name.value));
        else {
          events.importedUnknown(module, name, opAt);
          push(unknown('a computed import'));
        }
        break;
      }
      case OP.INST: {
        const module = operands.lineAtHand() ?? (await operands.line());
        const name = module && (operands.lineAtHand() ?? (await operands.line()));
        if (!module || !name) {
          breaks(TOO_SHORT);
          return ended('end');
        }
        const args = sequence('tuple', popToMark());
        push(call(importedLines(module, name), args));
        break;
      }
      case OP.OBJ: {
        const [callee = unknown('nothing on the stack'), ...args] = popToMark();
        push(call(callee, sequence('tuple', args)));
        break;
      }
      case OP.REDUCE:
      case OP.NEWOBJ: {
        const args = pop();
        push(call(pop(), args, op === OP.NEWOBJ ? { isNew: true } : {}));
        break;
      }
      case OP.NEWOBJ_EX: {
        const keywords = pop();
        const args = pop();
        push(call(pop(), args, { keywords, isNew: true }));
        break;
      }
      case OP.BUILD: {
        const state = pop();
        const built = top();
        const target = built.kind === 'call' ? handedOn(built) : built;
        if (target.kind === 'call') target.state = state;
        events.built(target, state, opAt);
        const array = joblib && target.kind === 'call' ? arrayAfter(target) : undefined;
        if (array) {
          // joblib ends the frame before it writes the numbers, and finds those of another file behind the frame.
          leaveFrame();
          if (frameEnd !== -1) events.frame('straddled', opAt);
          frameEnd = -1;
          const isPassed = await passArray(array);
          if (!isPassed) return ended('limit');
        }
        break;
      }
      case OP.PERSID: {
        const written = operands.lineAtHand() ?? (await operands.line());
        if (!written) {
          breaks(TOO_SHORT);
          return ended('end');
        }
        const id = short(latin1Of(written));
        events.persistent(id, opAt);
        push({ kind: 'persistent', id });
        break;
      }
      case OP.BINPERSID: {
        const id = pop();
        events.persistent(id, opAt);
        push({ kind: 'persistent', id });
        break;
      }
      case OP.EXT1:
      case OP.EXT2:
      case OP.EXT4: {
        const width = op === OP.EXT1 ? 1 : op === OP.EXT2 ? 2 : 4;
        const code =
          width === 4
            ? operands.u32(at)
            : (cursor.buffer[at] ?? 0) | (width === 2 ? (cursor.buffer[at + 1] ?? 0) << 8 : 0);
        cursor.at += width;
        events.extension(code, opAt);
        push(unknown(`extension ${code}`));
        break;
      }
      case OP.PROTO:
        protocol = cursor.buffer[at] ?? 0;
        cursor.at += 1;
        break;
      case OP.FRAME: {
        const length = operands.u64(at);
        cursor.at += 8;
        if (opAt < frameEnd) events.frame('nested', opAt);
        frameEnd = cursor.offset + length;
        continue;
      }
      default:
        cursor.at -= 1;
        breaks(`${op.toString(16)} is no opcode`);
        return ended('invalid');
    }
    if (cursor.at > cursor.buffer.length) {
      // A fixed operand that the end cut off was read as zeros.
      breaks(TOO_SHORT);
      cursor.at = cursor.buffer.length;
      return ended('end');
    }
    leaveFrame();
  }

  /** Where the frame ends with what was just read. */
  function leaveFrame(): void {
    if (frameEnd === -1) return;
    if (cursor.offset > frameEnd && opAt < frameEnd) events.frame('straddled', opAt);
    if (cursor.offset >= frameEnd) frameEnd = -1;
  }

  /** A list of a million numbers is walked in one go: none of them is shown, and none decides. */
  function passNumbers(): void {
    if (stack.length - bottom() < MOST_ITEMS) return;
    const { buffer } = cursor;
    let { at } = cursor;
    const end = frameEnd === -1 ? buffer.length : Math.min(buffer.length, frameEnd - cursor.offset + at);
    const last = end - 9;
    while (at <= last && buffer[at] === OP.BINFLOAT && stack.length < MOST_ON_THE_STACK) {
      stack.push(A_NUMBER);
      opcodes += 1;
      at += 9;
    }
    cursor.at = at;
  }

  /** Goes behind an array that stands in the stream. */
  async function passArray(array: NonNullable<ReturnType<typeof arrayAfter>>): Promise<boolean> {
    if (array.kind === 'unknown') {
      events.missed(`an array in the stream is of a size that cannot be told: ${array.why}`);
      return false;
    }
    if (array.kind === 'objects') {
      const inner = await runPickle(cursor, events, options);
      return inner.stopped === 'STOP';
    }
    if (array.isAligned) {
      const [padding = 0] = await cursor.take(1);
      cursor.skip(padding);
    }
    const { size } = cursor.source;
    if (size !== undefined && cursor.offset + array.bytes > size) {
      breaks('an array is longer than the file');
      return false;
    }
    cursor.skip(array.bytes);
    return true;
  }

  function extend(target: Value, items: readonly Value[]): void {
    if (target.kind === 'bytes' && items.length > 0) target.isAltered = true;
    if (target.kind !== 'list' && target.kind !== 'set') return;
    for (const item of items.slice(0, MOST_ITEMS)) append(target, item);
    target.count += Math.max(0, items.length - MOST_ITEMS);
  }

  function set(target: Value, items: readonly Value[]): void {
    if (target.kind === 'bytes' && items.length > 0) target.isAltered = true;
    if (target.kind === 'call') events.itemsSet(target, opAt);
    if (target.kind !== 'dict') return;
    for (let item = 0; item + 1 < items.length; item += 2)
      put(target, items[item] as Value, items[item + 1] as Value);
  }
}

const latin1Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const short = (value: string): Value => ({
  kind: 'string',
  value: value.slice(0, MOST_TEXT),
  length: value.length,
});
