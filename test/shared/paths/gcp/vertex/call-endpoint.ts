import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

const target = vertex('endpoints');
const rest = [
  {
    type: 'gcp.vertex.endpoint',
    id: target,
    config: { name: target.replace('//aiplatform.googleapis.com/', ''), iamPolicy: {} },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.endpoints.predict')],
  nearMiss: [...rest, ...may('aiplatform.endpoints.get')],
} satisfies TechniqueExamples;
