import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { canKeepVersions, UNREAD_BLOB_SERVICE } from './blobs.ts';

export default check(storageAccount, {
  title: 'Blobs of storage accounts that AI assets use have versions',
  severity: 'low',
  applies: canKeepVersions,
  fails: field('blobService.properties.isVersioningEnabled')
    .absentIs(
      false,
      'BlobServiceProperties.isVersioningEnabled of @azure/arm-storage: enabled if set to true',
    )
    .isNot(true),
  why: 'A model or a dataset that somebody overwrote cannot be compared with what it was, nor brought back.',
  fix: {
    console: 'Data management › Data protection: enable versioning for blobs.',
    cli: 'az storage account blob-service-properties update --account-name … --resource-group … --enable-versioning true',
    bicep: 'properties: { isVersioningEnabled: true }',
    terraform: 'blob_properties { versioning_enabled = true }',
  },
  source: 'BlobServiceProperties of @azure/arm-storage; the official example BlobServicesGet',
  frameworks: { 'mitre-atlas': ['AML.T0018', 'AML.T0020', 'AML.T0059'] },
  examples: {
    pass: [{ kind: 'StorageV2', properties: {}, blobService: { properties: { isVersioningEnabled: true } } }],
    fail: [
      { kind: 'StorageV2', properties: {}, blobService: { properties: {} } },
      { kind: 'StorageV2', properties: {}, blobService: { properties: { isVersioningEnabled: false } } },
    ],
    unknown: [{ kind: 'StorageV2', properties: {}, blobService: UNREAD_BLOB_SERVICE }],
    notApplicable: [
      { kind: 'FileStorage', properties: {} },
      { kind: 'StorageV2', properties: { isHnsEnabled: true }, blobService: { properties: {} } },
    ],
  },
});
