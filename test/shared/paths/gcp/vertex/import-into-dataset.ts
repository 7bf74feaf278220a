import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

const target = vertex('datasets');
const rest = [
  {
    type: 'gcp.vertex.dataset',
    id: target,
    config: { name: target.replace('//aiplatform.googleapis.com/', '') },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.datasets.import')],
  nearMiss: [...rest, ...may('aiplatform.datasets.get')],
} satisfies TechniqueExamples;
