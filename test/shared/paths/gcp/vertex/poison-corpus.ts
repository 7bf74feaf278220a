import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, vertex } from '../policies.ts';

const target = vertex('ragCorpora');
const rest = [
  {
    type: 'gcp.vertex.rag-corpus',
    id: target,
    config: { name: target.replace('//aiplatform.googleapis.com/', '') },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('aiplatform.ragFiles.import')],
  nearMiss: [...rest, ...may('aiplatform.ragFiles.get')],
} satisfies TechniqueExamples;
