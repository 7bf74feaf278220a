import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, PROJECT } from '../policies.ts';

const target = `//artifactregistry.googleapis.com/projects/${PROJECT}/locations/europe/repositories/serving`;
const rest = [
  {
    type: 'gcp.artifactregistry.repository',
    id: target,
    config: {
      name: target.replace('//artifactregistry.googleapis.com/', ''),
      format: 'DOCKER',
      iamPolicy: {},
    },
  },
];

export default {
  target,
  by: INTERN,
  path: [...rest, ...may('artifactregistry.repositories.uploadArtifacts')],
  nearMiss: [...rest, ...may('artifactregistry.repositories.get')],
} satisfies TechniqueExamples;
