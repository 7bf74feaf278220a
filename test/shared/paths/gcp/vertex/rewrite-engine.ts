import type { TechniqueExamples } from '../../estate.ts';
import { account, EMAIL, INTERN, may, vertex } from '../policies.ts';

const target = vertex('reasoningEngines');
const rest = [
  {
    type: 'gcp.vertex.reasoning-engine',
    id: target,
    config: {
      name: target.replace('//aiplatform.googleapis.com/', ''),
      spec: { serviceAccount: EMAIL },
      iamPolicy: {},
    },
  },
  account,
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.reasoningEngines.update')],
  nearMiss: [...rest, ...may('aiplatform.reasoningEngines.get')],
} satisfies TechniqueExamples;
