import { datastore } from '#shared/assets/azure/machine-learning-access.ts';
import { permission, relatedResources, technique } from '../../technique.ts';

export default technique(datastore, {
  title: 'Only pipelines can write the bytes behind registered data',
  gains: 'the bytes that versions of data and models in the datastore point to',
  by: 'principal',
  needs: [
    permission('Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write', {
      on: relatedResources('stored-in'),
    }),
  ],
  holds: 'change',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-09'],
  why: 'A version of data in Azure Machine Learning is a path, and not a copy: who writes to the path changes what every version says, and training goes on with it.',
  fix: {
    console:
      'Leave “Storage Blob Data Contributor” on the account to the identity of the workspace, and set an immutability policy on containers of registered data.',
    cli: 'az storage container immutability-policy create --account-name … --container-name … --period 365',
    bicep: 'immutableStorageWithVersioning: { enabled: true }',
  },
  source: 'https://learn.microsoft.com/azure/machine-learning/concept-data; HackTricks az-ai-foundry-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0020', 'AML.T0059'] },
});
