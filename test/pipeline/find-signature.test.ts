import { expect, it } from 'vitest';
import type { Bucket } from '#connectors/objects/bucket.ts';
import type { Loader } from '#shared/artefacts/loaders.ts';
import { bytesInMemory, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { foldersOver, signatureFinder } from '#shared/pipeline/model-files/find-signature.ts';

const place = { cloud: 'aws', bucket: 'acme' } as const;
const loading = (name: string, extent: 'object' | 'prefix'): Loader => ({
  asset: {
    id: 'model',
    type: 'aws.sagemaker.model',
    scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
    name: 'model',
    config: {},
    relations: [],
  },
  artefact: { place, name, extent },
});

function bucketOf(...signatures: readonly string[]) {
  const asked: string[] = [];
  const bucket: Bucket = {
    async open(name) {
      asked.push(name);
      if (!signatures.includes(name)) throw new SourceUnreadable('there is no such object', 'not-found');
      return { ...bytesInMemory(name, Buffer.from('{}')), revision: '"1"', close: async () => {} };
    },
    listObjects: async () => ({ objects: [], isCutOff: false }),
  };
  return { bucket, asked };
}

it.each([
  ['a/b/c.bin', [], ['a/b/', 'a/']],
  ['a/b/c.bin', [loading('a/b/c.bin', 'object')], ['a/b/', 'a/']],
  ['a/b/c/d.bin', [loading('a/b/', 'prefix')], ['a/b/c/', 'a/b/', 'a/']],
  ['c.bin', [], ['']],
  ['a/c.bin', [loading('', 'prefix')], ['a/', '']],
  [
    'a/b/c/d/e/f/g/h.bin',
    [loading('a/', 'prefix')],
    ['a/b/c/d/e/f/g/', 'a/b/c/d/e/f/', 'a/b/c/d/e/', 'a/b/c/d/', 'a/b/c/', 'a/b/'],
  ],
])(
  'looks for the signature of %s in its folder and as far as one beyond what is loaded',
  (object, loaders, folders) => {
    expect(foldersOver(object, loaders)).toEqual(folders);
  },
);

it('asks each folder once', async () => {
  const { bucket, asked } = bucketOf('a/model.sig');
  const { find } = signatureFinder();
  for (const object of ['a/b/1.bin', 'a/b/2.bin', 'a/3.bin'])
    expect((await find(bucket, place, object, []))?.object).toBe('a/model.sig');
  expect(asked).toEqual(['a/b/model.sig', 'a/model.sig']);
});

it('asks nobody what a list has told', async () => {
  const { bucket, asked } = bucketOf();
  const { find, note } = signatureFinder();
  const listed = (name: string) => ({ name, bytes: 1, revision: `"of ${name}"` });
  note(place, 'a/', [listed('a/b/c/1.bin'), listed('a/b/model.sig'), listed('a/2.bin')]);
  const loaders = [loading('a/', 'prefix')];
  expect(await find(bucket, place, 'a/b/c/1.bin', loaders)).toEqual({
    object: 'a/b/model.sig',
    folder: 'a/b/',
    revision: '"of a/b/model.sig"',
  });
  expect(await find(bucket, place, 'a/2.bin', loaders)).toBeUndefined();
  expect(asked).toEqual(['model.sig']);
});

it('takes a list of a part of a folder for no list of it', async () => {
  const { bucket, asked } = bucketOf('a/model.sig');
  const { find, note } = signatureFinder();
  note(place, 'a/we', [{ name: 'a/weights.bin', bytes: 1 }]);
  expect((await find(bucket, place, 'a/weights.bin', []))?.object).toBe('a/model.sig');
  expect(asked).toEqual(['a/model.sig']);
});
