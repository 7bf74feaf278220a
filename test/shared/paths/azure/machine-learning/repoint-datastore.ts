import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, STAGING, WORKSPACE } from '../assignments.ts';

const store = `${WORKSPACE}/datastores/claims`;

const estate = (scope: string) => [
  resource('azure.machine-learning.datastore', store, {
    properties: { datastoreType: 'AzureBlob', credentials: { credentialsType: 'None' } },
  }),
  may(scope, 'Microsoft.MachineLearningServices/workspaces/datastores/write'),
];

export default {
  target: store,
  by: INTERN,
  path: estate(WORKSPACE),
  nearMiss: estate(STAGING),
} satisfies TechniqueExamples;
