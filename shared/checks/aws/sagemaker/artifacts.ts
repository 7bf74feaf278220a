import { any, field, some } from '#shared/model/predicate.ts';

const isStored = any(
  field('ModelDataUrl').isPresent(),
  field('ModelDataSource.S3DataSource.S3Uri').isPresent(),
);

/** Of a model: some container loads an artefact from a bucket. */
export const loadsArtifacts = any(
  field('PrimaryContainer.ModelDataUrl').isPresent(),
  field('PrimaryContainer.ModelDataSource.S3DataSource.S3Uri').isPresent(),
  some('Containers', isStored, { absentIsEmpty: 'Model: either PrimaryContainer or Containers' }),
);
