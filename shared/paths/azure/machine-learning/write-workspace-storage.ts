import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { oneOf, permission, relatedResources, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only the workspace can write to its storage account',
  gains: 'code in jobs and notebooks of others, which run what lies in the account of the workspace',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write', {
        on: relatedResources('stored-in', ['properties.storageAccount']),
      }),
      permission('Microsoft.Storage/storageAccounts/fileServices/fileshares/files/write', {
        on: relatedResources('stored-in', ['properties.storageAccount']),
      }),
    ),
  ],
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['AZ-10'],
  why: 'Scripts of jobs, components and notebooks lie in the account of the workspace and are run from there, as the compute or as whoever signed in.',
  fix: {
    console:
      'Leave data roles on the account to the identity of the workspace, and let people work through the workspace.',
    cli: 'az role assignment delete --ids …',
    bicep:
      "resource narrow 'Microsoft.Authorization/roleAssignments@2022-04-01' = { scope: theOneResource, … }",
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/concept-enterprise-security; Orca on invoker scripts in workspace storage',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0011'] },
});
