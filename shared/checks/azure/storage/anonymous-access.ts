import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { MAY_BE_PUBLIC } from './anonymous.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use allow no anonymous access',
  severity: 'medium',
  fails: field('properties.allowBlobPublicAccess')
    .absentIs(...MAY_BE_PUBLIC)
    .isNot(false),
  why: 'One careless click on a container then gives models, training data or logs to everybody who guesses its address.',
  fix: {
    console: 'Settings › Configuration: disable “Allow Blob anonymous access”.',
    cli: 'az storage account update --name … --resource-group … --allow-blob-public-access false',
    bicep: 'properties: { allowBlobPublicAccess: false }',
    terraform: 'allow_nested_items_to_be_public = false',
  },
  source: 'StorageAccountProperties.allowBlobPublicAccess of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0036'] },
  examples: {
    pass: [{ properties: { allowBlobPublicAccess: false } }],
    fail: [{ properties: { allowBlobPublicAccess: true } }, { properties: {} }],
    unknown: [{}, { properties: { allowBlobPublicAccess: 'perhaps' } }],
  },
});
