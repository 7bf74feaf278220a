import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use replicate to no other organisation',
  severity: 'medium',
  // An absent value means false to new accounts and true to those made before the default changed.
  fails: field('properties.allowCrossTenantReplication').isNot(false),
  why: 'Whoever may write a replication policy can have every new model and dataset copied to a directory that is not yours.',
  fix: {
    console:
      'Data management › Object replication › Advanced settings: clear “Allow cross-tenant replication”.',
    cli: 'az storage account update --name … --resource-group … --allow-cross-tenant-replication false',
    bicep: 'properties: { allowCrossTenantReplication: false }',
    terraform: 'cross_tenant_replication_enabled = false',
  },
  source: 'StorageAccountProperties.allowCrossTenantReplication of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [{ properties: { allowCrossTenantReplication: false } }],
    fail: [{ properties: { allowCrossTenantReplication: true } }],
    unknown: [{ properties: {} }, { properties: { allowCrossTenantReplication: 'perhaps' } }],
  },
});
