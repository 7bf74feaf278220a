import { storageAccount } from '#shared/assets/azure/storage.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(storageAccount, {
  title: 'Only who is meant to can take the keys of a storage account of AI assets',
  gains: 'everything in the account, to read and to rewrite',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.Storage/storageAccounts/listKeys/action'),
      permission('Microsoft.Storage/storageAccounts/regenerateKey/action'),
    ),
  ],
  applies: field('properties.allowSharedKeyAccess')
    .absentIs(
      true,
      'StorageAccountProperties.allowSharedKeyAccess of @azure/arm-storage: null is equivalent to true',
    )
    .isNot(false),
  holds: 'control',
  severity: 'high',
  basis: 'vendor',
  reference: ['AZ-16'],
  why: 'The key opens all models, data and scripts in the account, past every data role. Azure AI Administrator and Contributor list it.',
  fix: {
    console:
      'Configuration › Allow storage account key access: Disabled, after moving clients to Microsoft Entra ID.',
    cli: 'az storage account update --name … --resource-group … --allow-shared-key-access false',
    bicep: 'properties: { allowSharedKeyAccess: false }',
  },
  source:
    'https://learn.microsoft.com/azure/role-based-access-control/role-definitions: an Owner retrieves the keys; role definition of Azure AI Administrator',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0035'] },
});
