import type { TechniqueExamples } from '../../estate.ts';
import { bucket, INTERN, may, vertex } from '../policies.ts';

const target = vertex('models');
const rest = [
  {
    type: 'gcp.vertex.model',
    id: target,
    config: {
      name: target.replace('//aiplatform.googleapis.com/', ''),
      artifactUri: 'gs://nordlicht-models/churn',
    },
  },
  bucket,
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('storage.objects.get')],
  nearMiss: [...rest, ...may('storage.objects.list')],
} satisfies TechniqueExamples;
