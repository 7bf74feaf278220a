import { field } from '#shared/model/predicate.ts';

export const KEYS_BY_DEFAULT = [
  true,
  'StorageAccountProperties.allowSharedKeyAccess of @azure/arm-storage: null is equivalent to true',
] as const;

/** Where no key is accepted there is none to expire, and no signature made with one. */
export const acceptsKeys = field('properties.allowSharedKeyAccess')
  .absentIs(...KEYS_BY_DEFAULT)
  .isNot(false);
