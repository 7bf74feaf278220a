import type { TechniqueExamples } from '../../estate.ts';
import { assigned, INTERN, resource, WORKSPACE } from '../assignments.ts';

const connection = `${WORKSPACE}/connections/catalogue`;

const estate = (notActions: string[]) => [
  resource('azure.machine-learning.connection', connection, { properties: { authType: 'AAD' } }),
  assigned(INTERN, WORKSPACE, {
    actions: ['Microsoft.MachineLearningServices/workspaces/connections/*'],
    notActions,
  }),
];

export default {
  target: connection,
  by: INTERN,
  path: estate([]),
  nearMiss: estate(['Microsoft.MachineLearningServices/workspaces/connections/write']),
} satisfies TechniqueExamples;
