import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(mlWorkspace, {
  title: 'Only who is meant to can take the keys of a workspace',
  gains: 'the keys of its storage account and registry, and with them what its jobs run',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.MachineLearningServices/workspaces/listKeys/action'),
      permission('Microsoft.MachineLearningServices/workspaces/listStorageAccountKeys/action'),
    ),
  ],
  holds: 'control',
  severity: 'high',
  basis: 'inferred',
  reference: ['AZ-12'],
  why: 'With the key of the storage account one reads and rewrites data, models and the scripts that jobs run; with that of the registry, their images.',
  fix: {
    console:
      'Leave listKeys and listStorageAccountKeys to nobody, and switch shared keys off on the storage account of the workspace.',
    cli: 'az storage account update --name … --resource-group … --allow-shared-key-access false',
    bicep: 'properties: { allowSharedKeyAccess: false }',
  },
  source:
    'https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles; permissions of Microsoft.MachineLearningServices',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
