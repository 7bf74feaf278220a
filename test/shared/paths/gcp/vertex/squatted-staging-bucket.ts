import type { TechniqueExamples } from '../../estate.ts';
import { vertex } from '../policies.ts';

const target = vertex('models');

const estate = (belongsTo: string) => [
  {
    type: 'gcp.vertex.model',
    id: target,
    config: {
      name: 'projects/nordlicht-ml/locations/europe-west4/models/42',
      artifactUri: 'gs://nordlicht-ml-vertex-staging-europe-west4/vertex_ai_auto_staging/churn',
      stagingBucket: { name: 'nordlicht-ml-vertex-staging-europe-west4', belongsTo },
    },
  },
];

export default {
  target,
  path: estate('another-project'),
  nearMiss: estate('this-project'),
} satisfies TechniqueExamples;
