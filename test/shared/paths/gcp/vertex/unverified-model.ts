import type { TechniqueExamples } from '../../estate.ts';
import { vertex } from '../policies.ts';

const target = vertex('models');

const estate = (publicModelName: string) => [
  {
    type: 'gcp.vertex.model',
    id: target,
    config: {
      name: 'projects/nordlicht-ml/locations/europe-west4/models/42',
      baseModelSource: { modelGardenSource: { publicModelName } },
      deployedModels: [{ endpoint: 'projects/nordlicht-ml/locations/europe-west4/endpoints/7' }],
    },
  },
];

export default {
  target,
  path: estate('publishers/hf-somebody/models/churn'),
  nearMiss: estate('publishers/google/models/gemma2'),
} satisfies TechniqueExamples;
