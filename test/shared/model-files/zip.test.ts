import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesInMemory, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { PAYLOAD, type ZipMember, zipOf } from './archives.ts';
import { inspectRecorded, rulesOf, survivesDamage } from './recorder.ts';

const payload = (name: string, more: Partial<ZipMember> = {}): ZipMember => ({
  name,
  content: PAYLOAD,
  ...more,
});
const text = (name: string, content = 'nothing'): ZipMember => ({ name, content: Buffer.from(content) });

describe('members of a ZIP', () => {
  it.each([
    ['stored, whatever it is called', [payload('archive/notes.txt')], ['archive/notes.txt']],
    ['deflated', [payload('archive/data.pkl', { method: 'deflate' })], ['archive/data.pkl']],
    [
      'in a ZIP within a ZIP',
      [{ name: 'inner.bin', content: zipOf([payload('data.pkl')]) }],
      ['inner.bin › data.pkl'],
    ],
    [
      'in a deflated ZIP within a ZIP',
      [
        {
          name: 'inner',
          content: zipOf([payload('a', { method: 'deflate' }), payload('b')]),
          method: 'deflate',
        },
      ],
      ['inner › a', 'inner › b'],
    ],
  ] as const)('are inspected by content: %s', async (_name, members, expected) => {
    const inspection = await inspectRecorded(zipOf(members));
    expect(inspection.found).toEqual(expected);
    expect(inspection.formats).toEqual(['zip']);
    expect(inspection.status).toBe('complete');
    expect(rulesOf(inspection)).not.toContain('zip.crc-mismatch');
  });

  it.each([
    ['a comment', { comment: Buffer.alloc(3000, 'c') }],
    ['zip64', { isZip64: true }],
    ['a prefix that offsets do not count', { prefix: Buffer.from('#!/bin/sh\n') }],
    ['a prefix that offsets count', { prefix: Buffer.from('#!/bin/sh\n'), isPrefixCounted: true }],
  ])('are found after %s', async (_name, options) => {
    const inspection = await inspectRecorded(zipOf([text('readme'), payload('data.pkl')], options));
    expect(inspection.found).toEqual(['data.pkl']);
    expect(rulesOf(inspection).includes('zip.prefix-bytes')).toBe('prefix' in options);
  });

  it('that the directory has are inspected although its name differs in the header before it (CVE-2025-1944)', async () => {
    const inspection = await inspectRecorded(zipOf([payload('data.pkl', { local: { name: 'data.txt' } })]));
    expect(inspection.found).toEqual(['data.pkl']);
    expect(rulesOf(inspection)).toEqual(['zip.local-header-differs']);
    expect(inspection.verdict).toBe('review');
  });

  it.each([0x1, 0x20, 0x40])(
    'are inspected although flag %i deters readers (CVE-2025-1945)',
    async (flags) => {
      const inspection = await inspectRecorded(zipOf([payload('data.pkl', { flags })]));
      expect(inspection.found).toEqual(['data.pkl']);
      expect(rulesOf(inspection)).toEqual(['zip.deterring-flags']);
      expect(inspection.status).toBe('complete');
    },
  );

  it('are inspected although their checksum is wrong (CVE-2025-10156)', async () => {
    const inspection = await inspectRecorded(zipOf([payload('data.pkl', { crc: 1 }), text('readme')]));
    expect(inspection.found).toEqual(['data.pkl']);
    expect(rulesOf(inspection)).toEqual(['zip.crc-mismatch']);
  });

  it('are each inspected where two have one name', async () => {
    const inspection = await inspectRecorded(zipOf([text('data.pkl'), payload('data.pkl')]));
    expect(inspection.found).toEqual(['data.pkl']);
    expect(rulesOf(inspection)).toEqual(['zip.duplicate-name']);
  });

  it('that the directory does not list are found', async () => {
    const inspection = await inspectRecorded(
      zipOf([text('a'), payload('concealed.pkl', { isUnlisted: true }), text('b')]),
    );
    expect(inspection.found).toEqual(['concealed.pkl (not listed)']);
    expect(rulesOf(inspection)).toEqual(['zip.unlisted-entry']);
  });

  it('are inspected by either method where the header before them names another', async () => {
    const inspection = await inspectRecorded(
      zipOf([payload('data.pkl', { local: { method: 8 } }), payload('after.pkl')]),
    );
    expect(inspection.found).toEqual(['data.pkl', 'after.pkl']);
    expect(rulesOf(inspection)).toContain('zip.local-header-differs');
  });

  it.each([
    ['../evil', 'zip.name-leaves-folder'],
    ['/etc/cron.d/evil', 'zip.name-leaves-folder'],
    ['C:\\evil', 'zip.name-leaves-folder'],
    ['folder\\file', 'zip.backslash-name'],
    ['data.pkl\0.txt', 'zip.name-with-nul'],
  ])('called %j are told of', async (name, rule) => {
    expect(rulesOf(await inspectRecorded(zipOf([text(name)])))).toEqual([rule]);
  });

  it('that are symbolic links are told of', async () => {
    const link = { ...text('weights', '/etc/passwd'), attributes: 0xa1ff0000 };
    expect(rulesOf(await inspectRecorded(zipOf([link])))).toEqual(['zip.symbolic-link']);
  });

  it.each([
    ['encrypted', { ...text('secret', 'ciphertext'), flags: 1 }],
    ['encrypted with AES', { ...text('secret'), method: { number: 99, bytes: Buffer.from('x') } }],
    [
      'compressed by a method that is not known',
      { ...text('odd'), method: { number: 9, bytes: Buffer.from('x') } },
    ],
    ['damaged', { ...text('odd'), method: { number: 8, bytes: Buffer.from([0xff, 0xff, 0xff]) } }],
  ] as const)('that are %s are missed, and stop nothing else (modelscan #354)', async (_name, member) => {
    const inspection = await inspectRecorded(zipOf([member, payload('data.pkl')]));
    expect(inspection.found).toEqual(['data.pkl']);
    expect(inspection.status).toBe('partial');
  });

  it('that begin nowhere stop nothing else', async () => {
    const bytes = zipOf([text('first'), payload('data.pkl')]);
    bytes[0] = 0;
    const inspection = await inspectRecorded(bytes);
    expect(inspection.found).toEqual(['data.pkl']);
    expect(inspection.notRead.map(({ why }) => why)).toEqual([
      '"first": it does not begin where the directory says',
    ]);
  });

  it('that are more than the limit are inspected up to it', async () => {
    const inspection = await inspectRecorded(zipOf([payload('a'), payload('b'), payload('c')]), {
      limits: { members: 2 },
    });
    expect(inspection.found).toEqual(['a', 'b']);
    expect(inspection.status).toBe('partial');
  });
});

describe('bombs', () => {
  it('that lie over one another cost no more than their heads', async () => {
    const bytes = deflateRawSync(Buffer.alloc(8 * 1024 * 1024));
    const kernel = { name: '0', method: { number: 8, bytes }, declaredSize: 8 * 1024 * 1024 };
    const copies = Array.from({ length: 500 }, (_, copy) => ({ ...kernel, name: `${copy + 1}`, at: 0 }));
    const inspection = await inspectRecorded(zipOf([kernel, ...copies]), {
      limits: { expandedBytes: 64 * 1024 * 1024 },
    });
    expect(rulesOf(inspection)).toContain('zip.overlapping-entries');
    expect(inspection.status).toBe('complete');
    expect(inspection.milliseconds).toBeLessThan(5000);
  });

  it('that somebody has to read end at the limit, and what comes after is still looked at', async () => {
    const bomb = Buffer.concat([PAYLOAD, Buffer.alloc(16 * 1024 * 1024)]);
    const inspection = await inspectRecorded(
      zipOf([{ name: 'bomb', content: bomb, method: 'deflate' }, payload('data.pkl')]),
      { limits: { expandedBytes: 1024 * 1024 } },
    );
    expect(inspection.found).toEqual(['bomb', 'data.pkl']);
    expect(inspection.notRead.map(({ why }) => why)).toEqual([
      'more than 1048576 bytes come out of what is compressed',
    ]);
    expect(inspection.status).toBe('partial');
  });

  it('of archives within archives end at the depth that is allowed', async () => {
    let bytes = zipOf([payload('data.pkl')]);
    for (let depth = 0; depth < 10; depth++)
      bytes = zipOf([{ name: 'z', content: bytes, method: 'deflate' }]);
    const inspection = await inspectRecorded(bytes);
    expect(inspection.found).toEqual([]);
    expect(inspection.notRead[0]?.why).toBe('it lies 7 archives deep, of at most 6');
  });
});

describe('what a ZIP is', () => {
  it.each([
    ['torch.package', ['p/.data/extern_modules', 'p/code.py'], ['zip.python-code', 'zip.torch-package']],
    ['TorchScript', ['m/data.pkl', 'm/constants.pkl', 'm/version'], ['zip.torchscript']],
    ['PyTorch', ['m/data.pkl', 'm/version', 'm/byteorder'], ['zip.pytorch']],
    ['Python code', ['model.py'], ['zip.python-code']],
  ])('is told: %s', async (_name, names, rules) => {
    expect(rulesOf(await inspectRecorded(zipOf(names.map((name) => text(name)))))).toEqual(rules);
  });

  it('is told of Python by its content', async () => {
    const inspection = await inspectRecorded(zipOf([text('weights', 'import os\nos.getcwd()\n')]));
    expect(rulesOf(inspection)).toEqual(['zip.python-code']);
  });

  it('is told of operators of TorchScript that reach files', async () => {
    const code =
      'def forward(self, x):\n  torch.save(x, "/tmp/x")\n  return torch.from_file("/etc/passwd", False, 4)\n';
    const inspection = await inspectRecorded(
      zipOf([text('m/data.pkl'), text('m/constants.pkl'), text('m/code/__torch__/m.py', code)]),
    );
    const calls = inspection.observations.flatMap(({ call }) => call ?? []);
    expect(calls).toEqual(['torch.save(…)', 'torch.from_file(…)']);
    expect(inspection.verdict).toBe('review');
  });
});

/** A checkpoint that lies nowhere: headers are there, and tensors are read as the same number over and over. */
function checkpoint(tensors: number, tensorBytes: number): { source: ByteSource; reads: number[] } {
  const keys = Array.from({ length: tensors }, (_, key) => String(key));
  const pickle = Buffer.concat([
    Buffer.from([0x80, 2]),
    ...keys.flatMap((key) => [Buffer.from([0x58, key.length, 0, 0, 0]), Buffer.from(key)]),
    Buffer.alloc(150 * tensors, 'N'),
  ]);
  const small = zipOf([
    { name: 'archive/data.pkl', content: pickle },
    ...keys.map((key) => ({
      name: `archive/data/${key}`,
      content: Buffer.alloc(0),
      extra: Buffer.alloc(40),
    })),
  ]);
  const headers: { at: number; bytes: Buffer }[] = [];
  let from = 0;
  let at = 0;
  const directoryFrom = small.readUInt32LE(small.length - 6);
  const directory = Buffer.from(small.subarray(directoryFrom));
  for (let entry = 0; entry + 46 < directory.length - 22; ) {
    const begin = directory.readUInt32LE(entry + 42);
    const next = entry + 46 + directory.readUInt16LE(entry + 28);
    const isLast = next + 22 >= directory.length;
    const end = isLast ? directoryFrom : directory.readUInt32LE(next + 42);
    const header = Buffer.from(small.subarray(begin, end));
    const isTensor = entry > 0;
    directory.writeUInt32LE(at, entry + 42);
    if (isTensor) for (const field of [20, 24]) directory.writeUInt32LE(tensorBytes, entry + field);
    if (isTensor) for (const field of [18, 22]) header.writeUInt32LE(tensorBytes, field);
    headers.push({ at, bytes: header });
    at += header.length + (isTensor ? tensorBytes : 0);
    from = end;
    entry = next;
  }
  expect(from).toBe(directoryFrom);
  directory.writeUInt32LE(at, directory.length - 6);
  headers.push({ at, bytes: directory });
  const size = at + directory.length;
  const reads: number[] = [];
  return {
    reads,
    source: {
      name: 'checkpoint.pt',
      size,
      read: async (offset, length) => {
        reads.push(length);
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)), 0x3f);
        for (const header of headers) {
          const begin = Math.max(header.at, offset);
          const end = Math.min(header.at + header.bytes.length, offset + bytes.length);
          if (begin < end)
            bytes.set(header.bytes.subarray(begin - header.at, end - header.at), begin - offset);
        }
        return bytes;
      },
    },
  };
}

describe('reading', () => {
  it('takes at most a thousandth of a checkpoint of 1 GB in 300 tensors', async () => {
    const { source, reads } = checkpoint(300, 3_333_333);
    const inspection = await inspectRecorded(source);
    expect(inspection.bytes).toBeGreaterThan(999_999_900);
    expect(inspection.status).toBe('complete');
    expect(rulesOf(inspection)).toEqual(['zip.pytorch']);
    expect(inspection.bytesRead).toBe(reads.reduce((total, length) => total + length, 0));
    expect(inspection.bytesRead).toBeLessThan((inspection.bytes ?? 0) / 1000);
    if (process.env['AISPM_MEASURE'] !== undefined)
      console.log(inspection.bytes, inspection.bytesRead, reads.length, Math.round(inspection.milliseconds));
  });

  it('looks at the whole head of what the pickle does not name', async () => {
    const hidden = Buffer.concat([Buffer.alloc(600), PAYLOAD]);
    const inspection = await inspectRecorded(
      zipOf([
        text('archive/data.pkl', 'nothing'),
        { name: 'archive/data/0', content: hidden },
        payload('archive/data/1'),
      ]),
    );
    expect(inspection.found).toEqual(['archive/data/1']);
  });

  it('goes on after a member that cannot be read', async () => {
    const bytes = zipOf([{ name: 'a', content: Buffer.alloc(100_000, 1) }, payload('data.pkl')]);
    const inspection = await inspectRecorded({
      ...bytesInMemory('model', bytes),
      read: async (offset, length) => {
        if (offset > 0 && offset < 50_000) throw new SourceUnreadable('no reply');
        return bytes.subarray(offset, offset + length);
      },
    });
    expect(inspection.found).toEqual(['data.pkl']);
  });

  it('looks at the members that the directory gave before it could not be read', async () => {
    const many = Array.from({ length: 2000 }, (_, member) => payload(`m${member}`));
    const bytes = zipOf([payload('first.pkl'), ...many]);
    const inspection = await inspectRecorded({
      ...bytesInMemory('model', bytes),
      read: async (offset, length) => {
        const end = offset + length;
        if (end > bytes.length - 40_000 && end < bytes.length - 2000) throw new SourceUnreadable('no reply');
        return bytes.subarray(offset, end);
      },
    });
    expect(inspection.found).toContain('first.pkl');
    expect(inspection.notRead.map(({ why }) => why)).toContain('no reply');
  });

  it('survives every cut and a thousand flips', async () => {
    const file = zipOf(
      [
        payload('m/data.pkl', { method: 'deflate' }),
        text('m/constants.pkl'),
        { name: 'z', content: zipOf([payload('x')]) },
        payload('m/data/0'),
      ],
      { isZip64: true },
    );
    expect(await survivesDamage(file, 1000)).toBeLessThan(2000);
  }, 60_000);
});
