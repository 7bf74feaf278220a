import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/model/json.ts';
import { namedAt, objectsAt, prefixesAt, taggedRepositoriesAt, textsAt } from '#shared/paths/aws/places.ts';
import { artefacts, loadableArtefacts } from '#shared/paths/aws/sagemaker/artefacts.ts';
import type { Resources } from '#shared/paths/technique.ts';
import { assetOf } from '../estate.ts';
import { model } from './rows.ts';

const of = (resources: Resources, config: JsonObject) => resources.of({ ...assetOf(model()), config });

describe('places in a config', () => {
  it('go through maps and lists, and leave out what is not there', () => {
    const config = { Containers: [{ Image: 'a' }, {}, { Image: '' }, { Image: 'b' }], Tags: ['x', 'y'] };
    expect(textsAt(config, 'Containers[].Image')).toEqual(['a', 'b']);
    expect(textsAt(config, 'Tags[]')).toEqual(['x', 'y']);
    expect(textsAt(config, 'PrimaryContainer.Image')).toEqual([]);
  });

  it('are read up to the list that they go through', () => {
    expect(namedAt('PrimaryContainer.Image', 'Containers[].Image').reads).toEqual([
      'PrimaryContainer.Image',
      'Containers',
    ]);
  });

  it.each([
    ['s3://models/v7/model.tar.gz', 'arn:aws:s3:::models/v7/model.tar.gz'],
    ['s3://models/v7/', 'arn:aws:s3:::models/v7/'],
    ['s3://models', 'arn:aws:s3:::models/'],
    ['https://s3.eu-west-1.amazonaws.com/models/v7.tar.gz', 'arn:aws:s3:::models/v7.tar.gz'],
  ])('%s are objects', (address, arn) => {
    expect(of(objectsAt('uri'), { uri: address })).toEqual([arn]);
    expect(of(prefixesAt('uri'), { uri: address })).toEqual([`${arn}*`]);
  });

  it.each(['', 'efs://fs-1', 'https://models.example.com/v7'])('%j are none', (uri) => {
    expect(of(objectsAt('uri'), { uri })).toEqual([]);
    expect(of(prefixesAt('uri'), { uri })).toEqual([]);
  });

  it.each([
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/pricing:latest', ['ml/pricing']],
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/pricing', ['ml/pricing']],
    [`111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/pricing@sha256:${'0'.repeat(64)}`, []],
    [`111122223333.dkr.ecr.eu-west-1.amazonaws.com/ml/pricing:7@sha256:${'0'.repeat(64)}`, []],
    ['public.ecr.aws/ml/pricing:latest', []],
  ])('%s can be overwritten in %j', (image, names) => {
    expect(of(taggedRepositoriesAt('image'), { image })).toEqual(
      names.map((name) => `arn:aws:ecr:eu-west-1:111122223333:repository/${name}`),
    );
  });
});

describe('artefacts of a model', () => {
  const of = (resources: Resources, ...containers: JsonObject[]) =>
    resources.of({ ...assetOf(model()), config: { Containers: containers } });
  const single = { ModelDataUrl: 's3://models/v7.tar.gz' };
  const prefix = { ModelDataSource: { S3DataSource: { S3Uri: 's3://models/v8/', S3DataType: 'S3Prefix' } } };
  const object = {
    ModelDataSource: { S3DataSource: { S3Uri: 's3://models/v9.tar.gz', S3DataType: 'S3Object', ETag: 'a1' } },
  };
  const manifest = {
    AdditionalModelDataSources: [
      {
        ChannelName: 'draft',
        S3DataSource: {
          S3Uri: 's3://models/draft/',
          S3DataType: 'S3Prefix',
          ManifestS3Uri: 's3://models/draft.csv',
        },
      },
    ],
  };
  const many = { Mode: 'MultiModel', ModelDataUrl: 's3://models/all/' };

  it('are an object, all below a prefix, or all that can be loaded', () => {
    expect(of(artefacts, single, prefix, many)).toEqual([
      'arn:aws:s3:::models/v7.tar.gz',
      'arn:aws:s3:::models/v8/*',
      'arn:aws:s3:::models/all/*',
    ]);
    expect(of(loadableArtefacts, single, prefix, many)).toEqual(['arn:aws:s3:::models/all/*']);
  });

  it('are those beside the first too, with the manifest that says which', () => {
    expect(of(artefacts, object, manifest)).toEqual([
      'arn:aws:s3:::models/v9.tar.gz',
      'arn:aws:s3:::models/draft/*',
      'arn:aws:s3:::models/draft.csv',
    ]);
  });
});
