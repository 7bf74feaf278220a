import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, WORKSPACE } from '../assignments.ts';

const endpoint = `${WORKSPACE}/batchEndpoints/quotes`;

const estate = (authMode: string) => [
  resource('azure.machine-learning.batch-endpoint', endpoint, { properties: { authMode } }),
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/batchEndpoints/listKeys/action'),
];

export default {
  target: endpoint,
  by: INTERN,
  path: estate('Key'),
  nearMiss: estate('AADToken'),
} satisfies TechniqueExamples;
