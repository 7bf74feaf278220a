import { check, type UnnamedCheck } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { type ModelFileStorage, REPLACED, SOURCE } from './storage.ts';

const loaded = (isChanged: boolean) => ({
  loadedBy: [
    {
      id: 'arn:aws:sagemaker:eu-west-1:111122223333:model/churn',
      type: 'aws.sagemaker.model',
      registeredAt: '2026-03-01T09:00:00.000Z',
      isChanged,
    },
  ],
});

export const isAsRegistered = ({ assetType, closeToWriters }: ModelFileStorage): UnnamedCheck =>
  check(assetType, {
    title: 'Model files are those that their model was registered with',
    severity: 'high',
    applies: some('loadedBy', field('id').isPresent()),
    fails: some('loadedBy', field('isChanged').is(true)),
    why: 'The file has another ETag than the model keeps of it, or was written after the model was registered: what is loaded with the next instance is not what was trained, tested and approved.',
    fix: closeToWriters,
    source: `${SOURCE}; ModelDataETag, S3ModelDataSource.ETag and ManifestEtag of @aws-sdk/client-sagemaker where the model keeps them, else when it was registered`,
    frameworks: REPLACED,
    examples: {
      pass: [loaded(false)],
      fail: [loaded(true)],
      notApplicable: [{ loadedBy: [] }],
    },
  });
