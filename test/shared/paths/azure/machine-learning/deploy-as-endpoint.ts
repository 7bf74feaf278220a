import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, ownIdentity, resource, runtime, WORKSPACE } from '../assignments.ts';

const endpoint = `${WORKSPACE}/onlineEndpoints/quotes`;

const estate = (action: string) => [
  resource('azure.machine-learning.online-endpoint', endpoint, {
    ...ownIdentity,
    properties: { authMode: 'AADToken' },
  }),
  ...runtime,
  may(WORKSPACE, action),
];

export default {
  target: endpoint,
  by: INTERN,
  path: estate('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/write'),
  nearMiss: estate('Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments/read'),
} satisfies TechniqueExamples;
