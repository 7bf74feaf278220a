import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

const target = vertex('featurestores');
const rest = [
  {
    type: 'gcp.vertex.featurestore',
    id: target,
    config: { name: target.replace('//aiplatform.googleapis.com/', '') },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.featurestores.writeFeatures')],
  nearMiss: [...rest, ...may('aiplatform.featurestores.get')],
} satisfies TechniqueExamples;
