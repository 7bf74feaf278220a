import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

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
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.models.export')],
  nearMiss: [...rest, ...may('aiplatform.models.get')],
} satisfies TechniqueExamples;
