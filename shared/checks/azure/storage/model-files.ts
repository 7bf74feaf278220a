import { modelFile } from '#shared/assets/azure/model-files.ts';
import { type ModelFileStorage, SIGN } from '../../model-files/storage.ts';

const assigned = (role: string, who: string): string =>
  `resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: container
  name: guid(container.id, '${who}')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${role}')
    principalId: ${who}
  }
}`;

/** Built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage */
const BLOB_DATA_CONTRIBUTOR = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';
const BLOB_DATA_READER = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1';

export const storage: ModelFileStorage = {
  assetType: modelFile,
  setAside: {
    console:
      'Stop what loads the file, copy it to a container that nothing loads from, delete it here, and put a file in its place whose origin you know, best in the safetensors format.',
    cli: 'az storage blob delete --account-name ACCOUNT --container-name CONTAINER --name BLOB --auth-mode login',
    bicep: assigned(BLOB_DATA_CONTRIBUTOR, 'pipelinePrincipalId'),
  },
  closeToWriters: {
    console:
      'Compare the versions of the blob, register the model anew from the one that you trust, and let only the pipeline’s identity write there.',
    cli: 'az storage blob list --account-name ACCOUNT --container-name CONTAINER --prefix BLOB --include v --auth-mode login',
    bicep: assigned(BLOB_DATA_CONTRIBUTOR, 'pipelinePrincipalId'),
  },
  signed: {
    console:
      'Sign each model in the pipeline that makes it, with a key of that pipeline; put model.sig into its folder, and write the public key, or who signs without one, under modelFiles.signers in the config.',
    cli: `${SIGN} && az storage blob upload-batch --account-name ACCOUNT --destination CONTAINER --source MODEL --auth-mode login`,
    bicep: assigned(BLOB_DATA_CONTRIBUTOR, 'pipelinePrincipalId'),
  },
  letRead: {
    console:
      'See in the finding what was not read. Where it was denied, name the container under modelFiles in the config, deploy, and grant aispm’s inspector the role Storage Blob Data Reader there.',
    cli: 'aispm inspect az://ACCOUNT/CONTAINER/BLOB',
    bicep: assigned(BLOB_DATA_READER, 'inspectorPrincipalId'),
  },
};
