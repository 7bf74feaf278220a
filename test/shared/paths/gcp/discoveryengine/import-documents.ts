import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, PROJECT } from '../policies.ts';

const target = `//discoveryengine.googleapis.com/projects/${PROJECT}/locations/global/collections/default_collection/dataStores/policies`;
const rest = [
  {
    type: 'gcp.discoveryengine.data-store',
    id: target,
    config: { name: target.replace('//discoveryengine.googleapis.com/', '') },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('discoveryengine.documents.import')],
  nearMiss: [...rest, ...may('discoveryengine.documents.get')],
} satisfies TechniqueExamples;
