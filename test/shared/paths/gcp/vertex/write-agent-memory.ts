import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

const target = vertex('reasoningEngines');
const rest = [
  {
    type: 'gcp.vertex.reasoning-engine',
    id: target,
    config: { name: target.replace('//aiplatform.googleapis.com/', ''), spec: {}, iamPolicy: {} },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.memories.create')],
  nearMiss: [...rest, ...may('aiplatform.memories.get')],
} satisfies TechniqueExamples;
