import type { TechniqueExamples } from '../../estate.ts';
import { INTERN, mayTouch, resource, STORAGE, SUBSCRIPTION, WORKSPACE } from '../assignments.ts';

const store = `${WORKSPACE}/datastores/claims`;

const estate = (operation: string) => [
  resource('azure.machine-learning.datastore', store, {
    properties: {
      datastoreType: 'AzureBlob',
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'claims',
      accountName: 'claims',
      credentials: { credentialsType: 'None' },
    },
  }),
  mayTouch(STORAGE, `Microsoft.Storage/storageAccounts/blobServices/containers/blobs/${operation}`),
];

export default {
  target: store,
  by: INTERN,
  path: estate('write'),
  nearMiss: estate('read'),
} satisfies TechniqueExamples;
