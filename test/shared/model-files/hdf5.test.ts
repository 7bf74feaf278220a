import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { DEFAULT_LIMITS, Spending } from '#shared/model-files/bytes/limits.ts';
import type { ModelFormat } from '#shared/model-files/format.ts';
import hdf5 from '#shared/model-files/formats/hdf5.ts';
import { Damaged, Fields } from '#shared/model-files/hdf5/fields.ts';
import { Hdf5File } from '#shared/model-files/hdf5/file.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import { ABSENT, FIXTURES } from '../../recorded/fixtures.ts';
import { Hdf5Builder, number, objectInHeap, type Written } from './hdf5-builder.ts';
import { inspectBytes, rulesOf, seeded, sparse } from './inspect-bytes.ts';

const inspect = (bytes: Uint8Array) => inspectBytes(bytes, [hdf5]);

const LAMBDA = Buffer.from(
  JSON.stringify({
    class_name: 'Sequential',
    config: { layers: [{ class_name: 'Lambda', config: { name: 'l', function: ['4wEA', null, null] } }] },
  }),
);

/** A Keras model of this version of the format: an attribute in a continuation block, and a group with a data set. */
function kerasModel(version: 0 | 2, config: Buffer = LAMBDA): Buffer {
  const builder = new Hdf5Builder(version);
  const kernel = builder.object(builder.dataset([4, 4]));
  const layer = builder.object(builder.links([{ name: 'kernel:0', hard: kernel }]));
  const links = builder.links([
    { name: 'dense', hard: layer },
    { name: 'alias', soft: '/dense' },
  ]);
  const attribute = builder.attribute('model_config', config, 'variable', version === 0 ? 1 : 3);
  return builder.file(builder.object(links, [attribute]));
}

function rootWith(version: 0 | 2, messages: (builder: Hdf5Builder) => readonly Written[]): Buffer {
  const builder = new Hdf5Builder(version);
  const inRoot = messages(builder);
  return builder.file(builder.object(inRoot));
}

function withDataset(version: 0 | 2, messages: (builder: Hdf5Builder) => readonly Written[]): Buffer {
  return rootWith(version, (builder) => {
    const dataset = builder.object(messages(builder));
    return builder.links([{ name: 'weights', hard: dataset }]);
  });
}

describe.each([0, 2] as const)('HDF5 of superblock version %i', (version) => {
  it('reads the config of a Keras model in a continued header', async () => {
    const inspection = await inspect(kerasModel(version));
    expect(inspection).toMatchObject({ status: 'complete', verdict: 'dangerous', formats: ['hdf5'] });
    expect(rulesOf(inspection)).toEqual(['keras.hdf5-model', 'keras.lambda-code']);
  });

  it('finds nothing in a Keras model of ordinary layers', async () => {
    const config = Buffer.from('{"class_name":"Dense","config":{"units":4,"activation":"relu"}}');
    const inspection = await inspect(kerasModel(version, config));
    expect(inspection).toMatchObject({ status: 'complete', verdict: 'clean' });
  });

  it('reads a config of a fixed length', async () => {
    const file = rootWith(version, (builder) => [builder.attribute('model_config', LAMBDA, 'fixed')]);
    expect(rulesOf(await inspect(file))).toContain('keras.lambda-code');
  });

  it.each([
    ['an object of the same index', objectInHeap(1, Buffer.from('{}'))],
    ['free space', objectInHeap(0, Buffer.alloc(24))],
  ])('reads a config that lies behind %s in its heap, as the library does', async (_what, earlier) => {
    const file = rootWith(version, (builder) => {
      builder.earlierInHeap = [earlier];
      return [builder.attribute('model_config', LAMBDA)];
    });
    const inspection = await inspect(file);
    expect(rulesOf(inspection)).toContain('keras.lambda-code');
    expect(inspection.status).toBe('complete');
  });

  it('sees no virtual data set in an old layout of three dimensions', async () => {
    const layout = Buffer.concat([number(1, 1), number(3, 1), number(1, 1), number(0, 5), number(4096, 8)]);
    const file = withDataset(version, (builder) =>
      builder.dataset([2, 2], Buffer.concat([layout, number(2, 4), number(2, 4), number(4, 4)])),
    );
    expect(await inspect(file)).toMatchObject({ verdict: 'clean', status: 'complete' });
  });

  it.each(['shallow', 'deep'] as const)(
    'reads a config among attributes in a %s fractal heap',
    async (depth) => {
      const attributes = (builder: Hdf5Builder) => [
        builder.attributeBytes('one', Buffer.from('x'), 'fixed', 3),
        builder.attributeBytes('other', Buffer.from('x'), 'fixed', 3),
        builder.attributeBytes('training_config', Buffer.from('{"class_name":"TFSMLayer"}'), 'fixed', 3),
        builder.attributeBytes('model_config', LAMBDA, 'fixed', 3),
      ];
      const inspection = await inspect(
        rootWith(version, (builder) => [builder.dense('attributes', attributes(builder), depth)]),
      );
      expect(inspection.status).toBe('complete');
      expect(rulesOf(inspection)).toEqual([
        'keras.hdf5-model',
        'keras.lambda-code',
        'keras.saved-model-layer',
      ]);
    },
  );

  it('follows links that lie in a fractal heap', async () => {
    const file = rootWith(version, (builder) => {
      const dataset = builder.object([...builder.dataset([10]), builder.externalFiles(['/etc/passwd'])]);
      const links = [
        builder.link({ name: 'weights', hard: dataset }),
        builder.link({ name: 'out', external: { file: 'other.h5', path: '/x' } }),
      ];
      return [
        builder.dense(
          'links',
          links.map(({ bytes }) => bytes),
        ),
      ];
    });
    const inspection = await inspect(file);
    expect(rulesOf(inspection)).toEqual(['hdf5.external-file', 'hdf5.external-link']);
    expect(inspection.observations.map(({ text }) => text).join()).toContain('another file, “other.h5”');

    file.write('XXXX', file.indexOf('FHDB'), 'latin1');
    expect(await inspect(file)).toMatchObject({ verdict: 'review', status: 'partial', observations: [] });
  });

  it('names the files that data are read from', async () => {
    const file = withDataset(version, (builder) => [
      ...builder.dataset([10]),
      builder.externalFiles(['/etc/shadow', '/proc/self/environ']),
    ]);
    const { verdict, observations } = await inspect(file);
    expect(verdict).toBe('dangerous');
    expect(observations.map(({ text }) => text)).toEqual([
      expect.stringContaining('“/weights” are read from another file, “/etc/shadow”'),
      expect.stringContaining('“/proc/self/environ”'),
    ]);
  });

  it.each([0, 1] as const)('names the files of a virtual data set in mapping version %i', async (mapping) => {
    const file = withDataset(version, (builder) =>
      builder.dataset([10], builder.virtualLayout(['.', '/srv/other.h5'], mapping)),
    );
    const { verdict, observations } = await inspect(file);
    expect(verdict).toBe('dangerous');
    expect(observations).toMatchObject([
      { rule: 'hdf5.virtual-source', text: expect.stringContaining('/srv/other.h5') },
    ]);
  });

  it('lets a virtual data set of the file itself be', async () => {
    const file = withDataset(version, (builder) => builder.dataset([10], builder.virtualLayout(['.'])));
    expect(await inspect(file)).toMatchObject({ verdict: 'clean', status: 'complete' });
  });

  it('compares what a data set of a Keras file declares with what the file can hold', async () => {
    const file = rootWith(version, (builder) => {
      const dataset = builder.object(builder.dataset([1_000_000, 1_000_000]));
      return [...builder.links([{ name: 'layers', hard: dataset }])];
    });
    const inspection = await inspect(file);
    expect(inspection.verdict).toBe('review');
    expect(rulesOf(inspection)).toEqual(['hdf5.shape-bomb', 'keras.hdf5-model']);
  });

  it('inspects what is pickled in an attribute', async () => {
    const inspected: string[] = [];
    const pickle = {
      id: 'a-pickle',
      title: '',
      source: '',
      claims: ({ bytes }) => bytes[0] === 0x80 || bytes[0] === 0x63,
      inspect: async (_, { within }) => {
        inspected.push(within.join());
      },
    } satisfies ModelFormat;
    const file = rootWith(version, (builder) => [
      builder.attribute('binary', Buffer.from('8004952e', 'hex'), 'fixed'),
      builder.attribute('lines', Buffer.from('cos\nsystem\n.\0\0'), 'fixed'),
      builder.attribute('sentence', Buffer.from('c is a letter.'), 'fixed'),
    ]);
    await inspectBytes(file, [hdf5, pickle]);
    expect(inspected).toEqual(['the attribute binary of /', 'the attribute lines of /']);
  });

  it('ends where groups and headers lead back to themselves', async () => {
    const builder = new Hdf5Builder(version);
    const loop = builder.next;
    builder.object(version === 0 ? [] : [builder.link({ name: 'self', hard: loop })]);
    const continuation = Buffer.concat([number(loop, 8), number(64, 8)]);
    const root = builder.object([
      { type: 0x10, bytes: continuation },
      { type: 0x10, bytes: continuation },
      ...builder.links([{ name: 'loop', hard: loop }]),
    ]);
    const { notRead } = await inspect(builder.file(root));
    expect(notRead.map(({ why }) => why)).toContain('HDF5: an object header continues in a circle');
  });

  it('is partial where an attribute that decides cannot be read', async () => {
    const file = kerasModel(version);
    const at = file.indexOf('GCOL');
    file.write('XXXX', at, 'latin1');
    expect(await inspect(file)).toMatchObject({ verdict: 'review', status: 'partial' });
  });

  it('throws for nothing that a file holds, and is never clean where it was cut off', async () => {
    const file = kerasModel(version, Buffer.from('{"class_name":"Dense","config":{}}'));
    expect((await inspect(file)).verdict).toBe('clean');
    const whole = new Set<number>();
    for (let length = 9; length < file.length; length++) {
      const { status } = await inspect(file.subarray(0, length));
      if (status === 'complete') whole.add(length);
    }
    // Only the padding after the last object may be missing.
    expect([...whole].filter((length) => length < file.length - 8)).toEqual([]);

    const random = seeded(7);
    const begin = performance.now();
    for (let round = 0; round < 3000; round++) {
      const flipped = Buffer.from(file);
      for (let flip = 0; flip < 3; flip++) {
        const at = 8 + (random() % (flipped.length - 8));
        flipped[at] = random() >>> 24;
      }
      await inspect(flipped);
    }
    expect(performance.now() - begin).toBeLessThan(20_000);
  }, 60_000);
});

describe('HDF5', () => {
  it('ends where a tree of symbols leads back to itself', async () => {
    const file = kerasModel(0);
    const at = file.lastIndexOf('TREE');
    // Of level 1, and its child is the node itself.
    file[at + 5] = 1;
    file.writeBigUInt64LE(BigInt(at), at + 32);
    const { notRead, milliseconds } = await inspect(file);
    expect(notRead).toMatchObject([{ why: expect.stringContaining('a node of a group is reached twice') }]);
    expect(milliseconds).toBeLessThan(1000);
  });

  it.each([512, 1024, 2048, 4096])('is recognised after a user block of %i bytes', async (userBlock) => {
    const builder = new Hdf5Builder(2, userBlock);
    const link = builder.link({ name: 'out', external: { file: 'other.h5', path: '/x' } });
    const inspection = await inspect(builder.file(builder.object([link])));
    expect(rulesOf(inspection)).toEqual(['hdf5.external-link']);
  });

  it('is not recognised elsewhere', async () => {
    const builder = new Hdf5Builder(2, 700);
    expect((await inspect(builder.file(builder.object([])))).formats).toEqual([]);
  });

  it('tells of links that only a plugin understands', async () => {
    const file = rootWith(2, (builder) => [builder.link({ name: 'odd', userDefined: 187 })]);
    expect(await inspect(file)).toMatchObject({
      verdict: 'review',
      observations: [{ rule: 'hdf5.user-defined-link' }],
    });
  });

  it('throws Damaged where a structure is too large, or not there', async () => {
    const source = sparse('large', 2 ** 30, Buffer.alloc(8));
    const file = new Hdf5File(source, new Spending(DEFAULT_LIMITS), 0, 8, 8);
    await expect(file.read(0, 2 ** 25, 'it')).rejects.toThrow(Damaged);
    await expect(file.read(2 ** 30 - 4, 8, 'it')).rejects.toThrow(Damaged);
    expect(() => new Fields(Buffer.alloc(4), 'it').take(5)).toThrow(Damaged);
    expect(() => new Fields(Buffer.alloc(8, 0xfe), 'it').address(8)).toThrow(Damaged);
  });

  it('does not allocate what a file declares', async () => {
    const file = rootWith(2, (builder) => [
      { type: 0x10, bytes: Buffer.concat([number(48, 8), number(2 ** 45, 8)]) },
      builder.link({ name: 'far', hard: 2 ** 50 }),
    ]);
    expect(await inspect(file)).toMatchObject({ status: 'partial', verdict: 'review' });
  });

  it('reads a few thousand bytes of a gigabyte', async () => {
    const file = kerasModel(2);
    const inspection = await inspectModelFile(sparse('weights.h5', 2 ** 30, file), { formats: [hdf5] });
    expect(inspection.verdict).toBe('dangerous');
    expect(inspection.bytesRead).toBeLessThan(2 ** 30 / 1000);
  });

  const fixture = path.join(FIXTURES, 'model-files/npm-jsfive/test/test.h5');
  it.skipIf(!existsSync(fixture))(
    `reads a file that h5py wrote${existsSync(fixture) ? '' : ` (${ABSENT})`}`,
    async () => {
      const bytes = readFileSync(fixture);
      const { status, verdict, formats } = await inspectModelFile(bytesInMemory('test.h5', bytes), {
        formats: [hdf5],
      });
      expect({ status, verdict, formats }).toEqual({
        status: 'complete',
        verdict: 'clean',
        formats: ['hdf5'],
      });
    },
  );
});
