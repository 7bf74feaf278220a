/** Opcodes that are named in the code, by their byte. Source: CPython, Lib/pickletools.py. */
export const OP = {
  MARK: 0x28,
  EMPTY_TUPLE: 0x29,
  STOP: 0x2e,
  POP: 0x30,
  POP_MARK: 0x31,
  DUP: 0x32,
  BINBYTES: 0x42,
  SHORT_BINBYTES: 0x43,
  FLOAT: 0x46,
  BINFLOAT: 0x47,
  INT: 0x49,
  BININT: 0x4a,
  BININT1: 0x4b,
  LONG: 0x4c,
  BININT2: 0x4d,
  NONE: 0x4e,
  PERSID: 0x50,
  BINPERSID: 0x51,
  REDUCE: 0x52,
  STRING: 0x53,
  BINSTRING: 0x54,
  SHORT_BINSTRING: 0x55,
  UNICODE: 0x56,
  BINUNICODE: 0x58,
  EMPTY_LIST: 0x5d,
  APPEND: 0x61,
  BUILD: 0x62,
  GLOBAL: 0x63,
  DICT: 0x64,
  APPENDS: 0x65,
  GET: 0x67,
  BINGET: 0x68,
  INST: 0x69,
  LONG_BINGET: 0x6a,
  LIST: 0x6c,
  OBJ: 0x6f,
  PUT: 0x70,
  BINPUT: 0x71,
  LONG_BINPUT: 0x72,
  SETITEM: 0x73,
  TUPLE: 0x74,
  SETITEMS: 0x75,
  EMPTY_DICT: 0x7d,
  PROTO: 0x80,
  NEWOBJ: 0x81,
  EXT1: 0x82,
  EXT2: 0x83,
  EXT4: 0x84,
  TUPLE1: 0x85,
  TUPLE2: 0x86,
  TUPLE3: 0x87,
  NEWTRUE: 0x88,
  NEWFALSE: 0x89,
  LONG1: 0x8a,
  LONG4: 0x8b,
  SHORT_BINUNICODE: 0x8c,
  BINUNICODE8: 0x8d,
  BINBYTES8: 0x8e,
  EMPTY_SET: 0x8f,
  ADDITEMS: 0x90,
  FROZENSET: 0x91,
  NEWOBJ_EX: 0x92,
  STACK_GLOBAL: 0x93,
  MEMOIZE: 0x94,
  FRAME: 0x95,
  BYTEARRAY8: 0x96,
  NEXT_BUFFER: 0x97,
  READONLY_BUFFER: 0x98,
} as const;

/**
 * What follows an opcode: so many bytes, a length in so many bytes before the operand itself, or lines. An opcode that
 * is not here does not exist.
 */
export type Operand =
  | { readonly kind: 'fixed'; readonly bytes: number }
  | { readonly kind: 'sized'; readonly lengthBytes: 1 | 4 | 8; readonly isSigned: boolean }
  | { readonly kind: 'lines'; readonly lines: 1 | 2 };

const fixed = (bytes: number): Operand => ({ kind: 'fixed', bytes });
const sized = (lengthBytes: 1 | 4 | 8, isSigned = false): Operand => ({
  kind: 'sized',
  lengthBytes,
  isSigned,
});
const LINE: Operand = { kind: 'lines', lines: 1 };
const TWO_LINES: Operand = { kind: 'lines', lines: 2 };

const WITH_OPERAND: readonly (readonly [number, Operand])[] = [
  [OP.BINBYTES, sized(4)],
  [OP.SHORT_BINBYTES, sized(1)],
  [OP.FLOAT, LINE],
  [OP.BINFLOAT, fixed(8)],
  [OP.INT, LINE],
  [OP.BININT, fixed(4)],
  [OP.BININT1, fixed(1)],
  [OP.LONG, LINE],
  [OP.BININT2, fixed(2)],
  [OP.PERSID, LINE],
  [OP.STRING, LINE],
  [OP.BINSTRING, sized(4, true)],
  [OP.SHORT_BINSTRING, sized(1)],
  [OP.UNICODE, LINE],
  [OP.BINUNICODE, sized(4)],
  [OP.GLOBAL, TWO_LINES],
  [OP.GET, LINE],
  [OP.BINGET, fixed(1)],
  [OP.INST, TWO_LINES],
  [OP.LONG_BINGET, fixed(4)],
  [OP.PUT, LINE],
  [OP.BINPUT, fixed(1)],
  [OP.LONG_BINPUT, fixed(4)],
  [OP.PROTO, fixed(1)],
  [OP.EXT1, fixed(1)],
  [OP.EXT2, fixed(2)],
  [OP.EXT4, fixed(4)],
  [OP.LONG1, sized(1)],
  [OP.LONG4, sized(4, true)],
  [OP.SHORT_BINUNICODE, sized(1)],
  [OP.BINUNICODE8, sized(8)],
  [OP.BINBYTES8, sized(8)],
  [OP.FRAME, fixed(8)],
  [OP.BYTEARRAY8, sized(8)],
];

/** By byte; `undefined` for bytes that are no opcode. */
export const OPERANDS: readonly (Operand | undefined)[] = (() => {
  const table: (Operand | undefined)[] = new Array(256).fill(undefined);
  for (const op of Object.values(OP)) table[op] = fixed(0);
  for (const [op, operand] of WITH_OPERAND) table[op] = operand;
  return table;
})();
