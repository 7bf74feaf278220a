import type { TechniqueExamples } from '../../estate.ts';
import { BUCKET, INTERN, may, vertex } from '../policies.ts';

const target = vertex('models');

/** The intern may write the objects of the bucket whose names begin so. */
const estate = (prefix: string) => [
  {
    type: 'gcp.vertex.model',
    id: target,
    config: {
      name: target.replace('//aiplatform.googleapis.com/', ''),
      artifactUri: 'gs://nordlicht-models/churn',
    },
  },
  {
    type: 'gcp.storage.bucket',
    id: BUCKET,
    config: {
      name: 'nordlicht-models',
      iamPolicy: {
        bindings: [
          {
            role: 'roles/storage.objectAdmin',
            members: [INTERN],
            condition: {
              title: 'prefix',
              expression: `resource.name.startsWith('projects/_/buckets/nordlicht-models/objects/${prefix}')`,
            },
          },
        ],
      },
    },
  },
  ...may(),
];

export default {
  target,
  by: INTERN,
  path: estate('churn/'),
  nearMiss: estate('reports/'),
} satisfies TechniqueExamples;
