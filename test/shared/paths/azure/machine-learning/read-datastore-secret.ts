import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, may, resource, WORKSPACE } from '../assignments.ts';

const store = `${WORKSPACE}/datastores/claims`;

const estate = (credentialsType: string) => [
  resource('azure.machine-learning.datastore', store, {
    properties: { datastoreType: 'AzureBlob', credentials: { credentialsType } },
  }),
  may(WORKSPACE, 'Microsoft.MachineLearningServices/workspaces/datastores/listsecrets/action'),
];

export default {
  target: store,
  by: INTERN,
  path: estate('AccountKey'),
  nearMiss: estate('None'),
} satisfies TechniqueExamples;
