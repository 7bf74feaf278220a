import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { hasBlobService, UNREAD_BLOB_SERVICE } from './blobs.ts';

export default check(storageAccount, {
  title: 'Deleted containers of storage accounts that AI assets use can be brought back',
  severity: 'low',
  applies: hasBlobService,
  fails: field('blobService.properties.containerDeleteRetentionPolicy.enabled')
    .absentIs(
      false,
      'BlobServiceProperties.containerDeleteRetentionPolicy of @azure/arm-storage is optional: what is not there is not enabled',
    )
    .isNot(true),
  why: 'The deletion of a container takes every blob in it along, whatever protects the blobs.',
  fix: {
    console: 'Data management › Data protection: enable soft delete for containers.',
    cli: 'az storage account blob-service-properties update --account-name … --resource-group … --enable-container-delete-retention true --container-delete-retention-days 14',
    bicep: 'properties: { containerDeleteRetentionPolicy: { enabled: true, days: 14 } }',
    terraform: 'blob_properties { container_delete_retention_policy { days = 14 } }',
  },
  source: 'DeleteRetentionPolicy of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0059', 'AML.T0101'] },
  examples: {
    pass: [
      {
        kind: 'StorageV2',
        properties: {},
        blobService: { properties: { containerDeleteRetentionPolicy: { enabled: true, days: 14 } } },
      },
    ],
    fail: [{ kind: 'StorageV2', properties: {}, blobService: { properties: {} } }],
    unknown: [{ kind: 'StorageV2', properties: {}, blobService: UNREAD_BLOB_SERVICE }],
    notApplicable: [{ kind: 'FileStorage', properties: {} }],
  },
});
