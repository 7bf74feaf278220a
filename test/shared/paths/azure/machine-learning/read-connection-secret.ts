import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, WORKSPACE } from '../assignments.ts';

const connection = `${WORKSPACE}/connections/catalogue`;

const estate = (authType: string) => [
  resource('azure.machine-learning.connection', connection, {
    properties: { authType, category: 'ApiKey', target: 'https://api.example.com' },
  }),
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/connections/listsecrets/action'),
];

export default {
  target: connection,
  by: INTERN,
  path: estate('ApiKey'),
  nearMiss: estate('ManagedIdentity'),
} satisfies TechniqueExamples;
