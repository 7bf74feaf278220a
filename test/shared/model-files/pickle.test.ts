import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import pickle from '#shared/model-files/formats/pickle.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { OP } from '#shared/model-files/pickle/opcodes.ts';
import {
  binbytes,
  bytesOf,
  called,
  global,
  MALICIOUS,
  proto,
  SYSTEM,
  stackGlobal,
  string,
  u32,
  u64,
} from './pickle-builder.ts';

const inspect = (bytes: Uint8Array, limits = {}): Promise<Inspection> =>
  inspectModelFile(bytesInMemory('model.pkl', bytes), { formats: [pickle], limits });

const rules = ({ observations }: Inspection): string[] =>
  [...new Set(observations.map(({ rule }) => rule))].sort();
const calls = ({ observations }: Inspection): string[] => observations.flatMap(({ call }) => call ?? []);

describe('a pickle that runs something', () => {
  it.each([
    { how: 'GLOBAL and REDUCE of protocol 0', bytes: MALICIOUS },
    { how: 'INST', bytes: bytesOf("(S'id'\nios\nsystem\n.") },
    { how: 'OBJ', bytes: bytesOf('(', global('os', 'system'), string('id'), OP.OBJ, '.') },
    { how: 'STACK_GLOBAL', bytes: bytesOf(proto(4), called(stackGlobal('os', 'system'), string('id')), '.') },
    {
      how: 'NEWOBJ',
      bytes: bytesOf(proto(2), global('os', 'system'), string('id'), OP.TUPLE1, OP.NEWOBJ, '.'),
    },
    {
      how: 'STACK_GLOBAL of STRING and SHORT_BINSTRING operands',
      bytes: bytesOf("S'os'\n", 'U', 6, 'system', OP.STACK_GLOBAL, string('id'), OP.TUPLE1, 'R.'),
    },
    {
      how: 'names out of the memo, which other values were put on top of',
      bytes: bytesOf(
        proto(4),
        string('os'),
        OP.MEMOIZE,
        string('system'),
        OP.MEMOIZE,
        '00',
        string('math'),
        string('floor'),
        '00',
        OP.BINGET,
        0,
        OP.BINGET,
        1,
        OP.STACK_GLOBAL,
        string('id'),
        OP.TUPLE1,
        'R.',
      ),
    },
    {
      how: 'an escaped STRING',
      bytes: bytesOf("S'\\x6f\\163'\nS'system'\n", OP.STACK_GLOBAL, string('id'), OP.TUPLE1, 'R.'),
    },
    {
      how: 'UNICODE with raw escapes',
      bytes: bytesOf('V\\u006fs\nVsystem\n', OP.STACK_GLOBAL, string('id'), OP.TUPLE1, 'R.'),
    },
  ])('by $how is dangerous, and the call is told', async ({ bytes }) => {
    const seen = await inspect(bytes);
    expect(seen.verdict).toBe('dangerous');
    expect(seen.status).toBe('complete');
    expect(seen.globals).toContain('os.system');
    expect(calls(seen)).toContain("os.system('id')");
  });

  it('tells where in the file, to the byte', async () => {
    const { observations } = await inspect(MALICIOUS);
    expect(observations.map(({ rule, offset }) => [rule, offset])).toEqual([
      ['pickle.dangerous-global', 0],
      ['pickle.dangerous-call', MALICIOUS.length - 2],
    ]);
  });
  it('tells a call whose result is thrown away', async () => {
    expect(calls(await inspect(bytesOf(proto(2), SYSTEM, '0N.')))).toEqual(["os.system('id')"]);
  });
  it('tells what ran before the stream breaks', async () => {
    for (const broken of [
      bytesOf(SYSTEM, 0xff, 'rubbish'),
      bytesOf(SYSTEM),
      bytesOf(SYSTEM, 'X', u32(4_000_000_000), 'ab'),
    ]) {
      const seen = await inspect(broken);
      expect(seen.verdict).toBe('dangerous');
      expect(rules(seen)).toContain('pickle.broken');
    }
  });
  it('tells every pickle of several, announced or not', async () => {
    const harmless = bytesOf(proto(2), 'N.');
    expect((await inspect(bytesOf(harmless, proto(2), SYSTEM, '.'))).verdict).toBe('dangerous');
    expect((await inspect(bytesOf(harmless, MALICIOUS))).verdict).toBe('dangerous');
  });
  it('reads module names of Python 2 as Python 3 does', async () => {
    const { globals, verdict } = await inspect(
      bytesOf(called(global('__builtin__', 'eval'), string('1')), '.'),
    );
    expect([verdict, globals]).toEqual(['dangerous', ['builtins.eval']]);
  });
});

describe('what no list of names tells', () => {
  it.each([
    {
      rule: 'pickle.computed-call',
      how: 'what another call gave is called',
      bytes: bytesOf(proto(2), called(global('collections', 'OrderedDict')), string('id'), OP.TUPLE1, 'R.'),
    },
    {
      rule: 'pickle.computed-import',
      how: 'the name of an import is computed',
      bytes: bytesOf(
        proto(4),
        string('os'),
        called(global('collections', 'OrderedDict')),
        OP.STACK_GLOBAL,
        '.',
      ),
    },
    {
      rule: 'pickle.computed-import',
      how: 'the module is no string',
      bytes: bytesOf(proto(4), binbytes(bytesOf('os')), string('system'), OP.STACK_GLOBAL, '.'),
    },
    {
      rule: 'pickle.computed-import',
      how: 'the module is a memo that was never filled',
      bytes: bytesOf(proto(4), OP.BINGET, 7, string('system'), OP.STACK_GLOBAL, '.'),
    },
    {
      rule: 'pickle.attributes-of-global',
      how: 'attributes of a harmless class are overwritten',
      bytes: bytesOf(
        proto(2),
        global('numpy', 'dtype'),
        '}',
        string('type'),
        global('collections', 'OrderedDict'),
        's',
        'b.',
      ),
    },
    { rule: 'pickle.extension', how: 'an extension is named', bytes: bytesOf(proto(2), OP.EXT1, 9, ')R.') },
    {
      rule: 'pickle.frame-straddled',
      how: 'an operand crosses the end of its frame',
      bytes: bytesOf(proto(4), OP.FRAME, u64(4), string('abcdef'), '.'),
    },
    {
      rule: 'pickle.frame-nested',
      how: 'a frame begins within another',
      bytes: bytesOf(proto(4), OP.FRAME, u64(30), OP.FRAME, u64(4), 'NNN.'),
    },
  ])('$how: $rule', async ({ rule, bytes }) => {
    const seen = await inspect(bytes);
    expect(rules(seen)).toContain(rule);
    expect(seen.verdict).toBe('dangerous');
  });

  it('says of a name that nobody knows that a person should look', async () => {
    const seen = await inspect(bytesOf(proto(2), called(global('acme.models', 'Scorer')), '.'));
    expect([seen.verdict, rules(seen)]).toEqual(['review', ['pickle.unknown-call', 'pickle.unknown-global']]);
  });
  it('does not take an attribute of a harmless class for the class', async () => {
    const seen = await inspect(
      bytesOf(proto(4), stackGlobal('collections', 'OrderedDict.__init__.__globals__'), '.'),
    );
    expect(seen.verdict).not.toBe('clean');
  });
  it('looks into bytes that are a pickle themselves, which do nothing until they are loaded', async () => {
    const seen = await inspect(bytesOf(proto(4), binbytes(bytesOf(proto(2), SYSTEM, '.')), '.'));
    expect([seen.verdict, rules(seen)]).toEqual(['review', ['pickle.inner-pickle']]);
  });
});

describe('a call that is hidden', () => {
  const attr = (of: Uint8Array, name: string): Uint8Array =>
    called(global('builtins', 'getattr'), of, string(name));
  const imported = (name: Uint8Array): Uint8Array => called(global('builtins', '__import__'), name);
  it.each([
    { how: 'getattr of __import__', callee: attr(imported(string('os')), 'system') },
    { how: 'pkgutil.resolve_name', callee: called(global('pkgutil', 'resolve_name'), string('os:system')) },
    { how: 'pydoc.locate', callee: called(global('pydoc', 'locate'), string('os.system')) },
    {
      how: 'operator.attrgetter',
      callee: called(called(global('operator', 'attrgetter'), string('system')), imported(string('os'))),
    },
    {
      how: 'a name that is joined out of letters',
      callee: attr(
        imported(called(attr(string(''), 'join'), bytesOf(OP.MARK, string('o'), string('s'), OP.LIST))),
        'system',
      ),
    },
    { how: 'functools.partial', callee: called(global('functools', 'partial'), global('os', 'system')) },
  ])('by $how is told as what it comes to', async ({ callee }) => {
    const seen = await inspect(bytesOf(proto(2), called(callee, string('id')), '.'));
    expect(seen.verdict).toBe('dangerous');
    expect(calls(seen)).toContain("os.system('id')");
    expect(seen.globals).toContain('os.system');
  });
  it('by operator.methodcaller is told as what it comes to', async () => {
    const caller = called(global('operator', 'methodcaller'), string('system'), string('id'));
    const seen = await inspect(bytesOf(proto(2), called(caller, imported(string('os'))), '.'));
    expect(calls(seen)).toContain("os.system('id')");
  });
  it('in Base64 and zlib is shown as text, as far as it is short', async () => {
    const code = called(global('zlib', 'decompress'), binbytes(deflateSync(Buffer.from('import os'))));
    const seen = await inspect(bytesOf(proto(3), called(global('builtins', 'exec'), code), '.'));
    expect(calls(seen)).toContain("exec(b'import os')");
  });
  it('in a bomb is left as it is', async () => {
    const bomb = called(global('zlib', 'decompress'), binbytes(deflateSync(Buffer.alloc(8 * 1024 * 1024))));
    const seen = await inspect(bytesOf(proto(3), called(global('builtins', 'exec'), bomb), '.'));
    expect(calls(seen).some((call) => call.startsWith('exec(zlib.decompress('))).toBe(true);
  });
});

describe('what is no pickle', () => {
  /** As a ZIP begins, of which CPython would take the first letter for the name of what lies elsewhere. */
  const zip = (checksum: number): Uint8Array => bytesOf('PK\u0003\u0004', u32(checksum), 'a'.repeat(5000));
  it('is a line that is not ASCII where the name of what lies elsewhere would be', async () => {
    expect((await inspect(zip(0xff))).formats).toEqual([]);
    expect((await inspect(zip(0x7f))).formats).toEqual(['pickle']);
  });
});

describe('a pickle of a model', () => {
  const tensor = called(
    global('torch._utils', '_rebuild_tensor_v2'),
    bytesOf(OP.MARK, string('storage'), global('torch', 'FloatStorage'), string('0'), OP.TUPLE, OP.BINPERSID),
  );
  it('is clean where it imports what its library needs', async () => {
    const seen = await inspect(bytesOf(proto(2), '}', string('weight'), tensor, 's.'));
    expect([seen.verdict, seen.status, seen.observations]).toEqual(['clean', 'complete', []]);
    expect(seen.globals).toEqual(['torch.FloatStorage', 'torch._utils._rebuild_tensor_v2']);
  });

  it('holds tensors as files of their own, which are inspected as such', async () => {
    const load = (bytes: Uint8Array): Uint8Array =>
      called(global('torch.storage', '_load_from_bytes'), binbytes(bytes));
    const harmless = await inspect(bytesOf(proto(2), load(bytesOf(proto(2), '}.')), '.'));
    expect([harmless.verdict, harmless.status]).toEqual(['clean', 'complete']);
    const hostile = await inspect(bytesOf(proto(2), load(bytesOf(proto(2), SYSTEM, '.')), '.'));
    expect(hostile.verdict).toBe('dangerous');
    expect(hostile.observations.filter(({ rule }) => rule === 'pickle.dangerous-call')).toMatchObject([
      { within: [expect.stringMatching(/^tensor at byte \d+$/)] },
    ]);
    const unknown = await inspect(bytesOf(proto(2), load(Buffer.alloc(40, 0xee)), '.'));
    expect([unknown.verdict, unknown.status]).toEqual(['review', 'partial']);
    const computed = bytesOf(proto(2), called(global('torch.storage', '_load_from_bytes'), string('x')), '.');
    expect((await inspect(computed)).verdict).toBe('dangerous');
  });

  const wrapper = (...state: readonly Uint8Array[]): Uint8Array =>
    bytesOf(
      global('joblib.numpy_pickle', 'NumpyArrayWrapper'),
      OP.EMPTY_TUPLE,
      OP.NEWOBJ,
      OP.EMPTY_DICT,
      OP.MARK,
      ...state,
      'ub',
    );
  const dtype = (code: string): Uint8Array =>
    bytesOf(string('dtype'), called(global('numpy', 'dtype'), string(code)));
  const shape = (length: number): Uint8Array => bytesOf(string('shape'), OP.BININT, u32(length), OP.TUPLE1);

  it('of joblib goes on behind the numbers that stand in the stream', async () => {
    const numbers = Buffer.alloc(80, 0x55);
    const seen = await inspect(bytesOf(proto(3), wrapper(shape(10), dtype('f8')), numbers, SYSTEM, '.'));
    expect(calls(seen)).toEqual(["os.system('id')"]);
    const clean = await inspect(bytesOf(proto(3), wrapper(shape(10), dtype('f8')), numbers, '.'));
    expect([clean.verdict, clean.status]).toEqual(['clean', 'complete']);
  });
  describe('of joblib in frames', () => {
    const framed = (content: Uint8Array, length = content.length): Uint8Array =>
      bytesOf(OP.FRAME, u64(length), content);
    const array = wrapper(shape(10), dtype('f8'));
    const numbers = Buffer.alloc(80, 0x55);

    it('is clean, and goes on in the frame behind the numbers', async () => {
      const rest = bytesOf(OP.POP, SYSTEM, '.');
      const clean = await inspect(bytesOf(proto(4), framed(array), numbers, framed(bytesOf('0N.'))));
      expect([clean.verdict, clean.status, clean.observations]).toEqual(['clean', 'complete', []]);
      const hostile = await inspect(bytesOf(proto(4), framed(array), numbers, framed(rest)));
      expect(calls(hostile)).toEqual(["os.system('id')"]);
    });
    it('is not believed where the numbers stand within a frame: joblib looks for them behind it', async () => {
      const inFrame = bytesOf(array, numbers, 'N.');
      const seen = await inspect(bytesOf(proto(4), framed(inFrame)));
      expect([seen.verdict, rules(seen)]).toEqual(['dangerous', ['pickle.frame-straddled']]);
    });
    it('is walked in an array of objects, which has frames of its own', async () => {
      const objects = bytesOf(proto(4), framed(bytesOf(SYSTEM, '.')));
      const seen = await inspect(
        bytesOf(proto(4), framed(wrapper(shape(2), dtype('O8'))), objects, framed(bytesOf('.'))),
      );
      expect([rules(seen), calls(seen)]).toEqual([
        ['pickle.dangerous-call', 'pickle.dangerous-global'],
        ["os.system('id')"],
      ]);
    });
  });
  it('of joblib that aligns its numbers goes on behind the padding', async () => {
    const aligned = bytesOf(string('numpy_array_alignment_bytes'), OP.BININT1, 16);
    const padded = bytesOf(5, 'pppppp'.slice(1), Buffer.alloc(16, 0x55));
    const seen = await inspect(
      bytesOf(proto(3), wrapper(shape(2), dtype('f8'), aligned), padded, SYSTEM, '.'),
    );
    expect(calls(seen)).toEqual(["os.system('id')"]);
  });
  it('of joblib with an array of objects is walked in that array too', async () => {
    const seen = await inspect(bytesOf(proto(3), wrapper(shape(2), dtype('O8')), proto(3), SYSTEM, '.', '.'));
    expect([seen.status, calls(seen)]).toEqual(['complete', ["os.system('id')"]]);
  });
  it('of joblib is not believed where its numbers are opcodes to anybody else', async () => {
    const code = bytesOf(SYSTEM, '.');
    const seen = await inspect(bytesOf(proto(3), wrapper(shape(code.length), dtype('u1')), code, '.'));
    expect([seen.verdict, rules(seen)]).toEqual([
      'dangerous',
      ['pickle.array-is-code', 'pickle.dangerous-call', 'pickle.dangerous-global'],
    ]);
  });
  it('of joblib whose array has no size that can be told is partial, and so not clean', async () => {
    const seen = await inspect(bytesOf(proto(3), wrapper(string('order'), string('C')), 'NNN.'));
    expect([seen.verdict, seen.status]).toEqual(['review', 'partial']);
  });
  it('of PyTorch before 1.6 ends behind its fifth pickle, and what follows are its storages', async () => {
    const magic = bytesOf(
      proto(2),
      OP.LONG1,
      10,
      [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19],
      '.',
    );
    const rest = ['K\u0001.', '}.', '}.', '].'].map((body) => bytesOf(proto(2), body));
    const seen = await inspect(bytesOf(magic, ...rest, Buffer.alloc(4096, 0x63)));
    expect([seen.verdict, seen.status, seen.observations]).toEqual(['clean', 'complete', []]);
  });
});

describe('hostile streams', () => {
  it('tells no more of a name than people read', async () => {
    const long = string('a'.repeat(50_000));
    const list = bytesOf(OP.MARK, long, long, long, long, OP.LIST);
    const computed = bytesOf(list, list, OP.STACK_GLOBAL);
    const { observations } = await inspect(
      bytesOf(proto(4), called(stackGlobal('os', 'system'), long), computed, '.'),
    );
    expect(observations.some(({ call = '' }) => call.length > 300)).toBe(true);
    for (const { text, call = '' } of observations)
      expect(Math.max(text.length, call.length)).toBeLessThanOrEqual(400);
  });
  it('makes nothing of the size that a stream says', async () => {
    for (const bytes of [
      bytesOf(proto(4), OP.BYTEARRAY8, u64(2n ** 62n), 'x'),
      bytesOf(proto(4), OP.BINUNICODE8, u64(4 * 2 ** 30), 'x'),
      bytesOf(proto(4), OP.LONG4, u32(0x7fffffff), 'x'),
      bytesOf(proto(4), 'N', OP.LONG_BINPUT, u32(0xffffffff), '.'),
      bytesOf(proto(4), OP.FRAME, u64(2n ** 63n), 'N.'),
    ]) {
      const before = process.memoryUsage().rss;
      await inspect(bytes);
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    }
  });
  it('walks more than a million opcodes, and sees the last', async () => {
    const padded = bytesOf(proto(2), Buffer.from('N0'.repeat(600_000)), SYSTEM, '.');
    expect((await inspect(padded)).verdict).toBe('dangerous');
  });
  it('says that it did not get to the end in time', async () => {
    const long = bytesOf(proto(2), Buffer.from('N0'.repeat(600_000)), SYSTEM, '.');
    const seen = await inspect(long, { milliseconds: 0 });
    expect([seen.status, seen.verdict]).toEqual(['partial', 'review']);
  });
  it('throws for nothing that bytes hold', { timeout: 60_000 }, async () => {
    const valid = bytesOf(
      proto(4),
      OP.FRAME,
      u64(60),
      called(stackGlobal('collections', 'OrderedDict'), string('a')),
      '}',
      string('k'),
      'Ns',
      'b(KaKb',
      OP.TUPLE,
      '0.',
    );
    for (let length = 0; length < valid.length; length++) await inspect(valid.subarray(0, length));
    let random = 1;
    const next = (): number => {
      random = (random * 1_103_515_245 + 12_345) % 2 ** 31;
      return random;
    };
    for (let round = 0; round < 3000; round++) {
      const mutated = Buffer.from(valid);
      for (let flips = 0; flips < 4; flips++) mutated[next() % mutated.length] = next() % 256;
      await inspect(mutated);
    }
  });
});
