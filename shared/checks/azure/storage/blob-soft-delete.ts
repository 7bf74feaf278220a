import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { hasBlobService, UNREAD_BLOB_SERVICE } from './blobs.ts';

export default check(storageAccount, {
  title: 'Deleted blobs of storage accounts that AI assets use can be brought back',
  severity: 'low',
  applies: hasBlobService,
  fails: field('blobService.properties.deleteRetentionPolicy.enabled')
    .absentIs(
      false,
      'BlobServiceProperties.deleteRetentionPolicy of @azure/arm-storage is optional: what is not there is not enabled',
    )
    .isNot(true),
  why: 'Whoever gets in can delete models and training data for good.',
  fix: {
    console: 'Data management › Data protection: enable soft delete for blobs.',
    cli: 'az storage account blob-service-properties update --account-name … --resource-group … --enable-delete-retention true --delete-retention-days 14',
    bicep: 'properties: { deleteRetentionPolicy: { enabled: true, days: 14 } }',
    terraform: 'blob_properties { delete_retention_policy { days = 14 } }',
  },
  source: 'DeleteRetentionPolicy of @azure/arm-storage; the official example BlobServicesGet',
  frameworks: { 'mitre-atlas': ['AML.T0059', 'AML.T0101'] },
  examples: {
    pass: [
      {
        kind: 'StorageV2',
        properties: {},
        blobService: { properties: { deleteRetentionPolicy: { enabled: true, days: 14 } } },
      },
    ],
    fail: [
      { kind: 'StorageV2', properties: {}, blobService: { properties: {} } },
      {
        kind: 'StorageV2',
        properties: {},
        blobService: { properties: { deleteRetentionPolicy: { enabled: false } } },
      },
    ],
    unknown: [{ kind: 'StorageV2', properties: {}, blobService: UNREAD_BLOB_SERVICE }],
    notApplicable: [{ kind: 'FileStorage', properties: {} }],
  },
});
