import { OP } from '#shared/model-files/pickle/opcodes.ts';

/** Puts opcodes together as bytes. Nothing here is ever loaded. */
export const bytesOf = (
  ...parts: readonly (number | string | Uint8Array | readonly number[])[]
): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'number'
        ? Buffer.from([part])
        : typeof part === 'string'
          ? Buffer.from(part, 'latin1')
          : Buffer.from(part),
    ),
  );

export const u32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

export const u64 = (value: number | bigint): Uint8Array => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

export const proto = (version: number): Uint8Array => bytesOf(OP.PROTO, version);
export const global = (module: string, name: string): Uint8Array => bytesOf('c', `${module}\n${name}\n`);
export const string = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, 'utf8');
  return bytesOf(OP.BINUNICODE, u32(bytes.length), bytes);
};
export const stackGlobal = (module: string, name: string): Uint8Array =>
  bytesOf(string(module), string(name), OP.STACK_GLOBAL);
export const binbytes = (bytes: Uint8Array): Uint8Array => bytesOf(OP.BINBYTES, u32(bytes.length), bytes);

/** `callee(arg)`, left on the stack. */
export const called = (callee: Uint8Array, ...args: readonly Uint8Array[]): Uint8Array =>
  bytesOf(callee, OP.MARK, ...args, OP.TUPLE, OP.REDUCE);

export const SYSTEM = called(global('os', 'system'), string('id'));
/** `os.system('id')`, as short as it gets. */
export const MALICIOUS = bytesOf("cos\nsystem\n(S'id'\ntR.");
