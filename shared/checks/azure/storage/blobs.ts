import { all, field } from '#shared/model/predicate.ts';

/** An account for file shares has neither. */
export const hasBlobService = field('blobService').isPresent();
export const hasContainers = field('containers').isPresent();

/** One whose blobs can have versions, which those of a hierarchical namespace cannot. */
export const canKeepVersions = all(
  hasBlobService,
  field('properties.isHnsEnabled')
    .absentIs(false, 'StorageAccountProperties.isHnsEnabled of @azure/arm-storage: enabled if set to true')
    .isNot(true),
);

const unread = (operation: string) => ({
  $unread: {
    operation: `Microsoft.Storage/storageAccounts/${operation}`,
    outcome: 'denied',
    permission: `Microsoft.Storage/storageAccounts/${operation.replace(/\w+$/, 'read')}`,
  },
});

/** For examples. */
export const UNREAD_BLOB_SERVICE = unread('blobServices/get');
export const UNREAD_CONTAINERS = unread('blobServices/containers/list');
