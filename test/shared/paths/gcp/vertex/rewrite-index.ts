import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

const target = vertex('indexes');
const rest = [
  {
    type: 'gcp.vertex.index',
    id: target,
    config: { name: target.replace('//aiplatform.googleapis.com/', '') },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.indexes.update')],
  nearMiss: [...rest, ...may('aiplatform.indexes.get')],
} satisfies TechniqueExamples;
