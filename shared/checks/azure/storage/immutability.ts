import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none } from '#shared/model/predicate.ts';
import { hasContainers, UNREAD_CONTAINERS } from './blobs.ts';

const ABSENT = 'of @azure/arm-storage is optional: what is not there is not enabled';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use can hold something that nobody may change',
  severity: 'informational',
  byDefault: 'off',
  applies: hasContainers,
  fails: all(
    field('properties.immutableStorageWithVersioning.enabled')
      .absentIs(false, `StorageAccountProperties.immutableStorageWithVersioning ${ABSENT}`)
      .isNot(true),
    none(
      'containers',
      any(
        field('properties.immutableStorageWithVersioning.enabled')
          .absentIs(false, `ListContainerItem.immutableStorageWithVersioning ${ABSENT}`)
          .is(true),
        field('properties.hasImmutabilityPolicy')
          .absentIs(false, `ListContainerItem.hasImmutabilityPolicy ${ABSENT}`)
          .is(true),
      ),
    ),
  ),
  why: 'Released models and the data that they were trained on are evidence: where everything can be rewritten, nobody can show what ran.',
  fix: {
    console: 'Data storage › Containers › the container of released models: add an immutability policy.',
    cli: 'az storage container immutability-policy create --account-name … --container-name … --period 365',
    bicep: 'properties: { immutableStorageWithVersioning: { enabled: true } }',
    terraform:
      'immutability_policy { state = "Unlocked" period_since_creation_in_days = 365 allow_protected_append_writes = false }',
  },
  source: 'ImmutableStorageAccount and ListContainerItem of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0018', 'AML.T0059'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [
      {
        kind: 'StorageV2',
        properties: { immutableStorageWithVersioning: { enabled: true } },
        containers: [{ properties: {} }],
      },
      {
        kind: 'StorageV2',
        properties: {},
        containers: [{ properties: { immutableStorageWithVersioning: { enabled: true } } }],
      },
      {
        kind: 'StorageV2',
        properties: {},
        containers: [{ properties: {} }, { properties: { hasImmutabilityPolicy: true } }],
      },
    ],
    fail: [
      { kind: 'StorageV2', properties: {}, containers: [] },
      {
        kind: 'StorageV2',
        properties: { immutableStorageWithVersioning: { enabled: false } },
        containers: [{ properties: { hasImmutabilityPolicy: false } }],
      },
    ],
    unknown: [{ kind: 'StorageV2', properties: {}, containers: UNREAD_CONTAINERS }],
    notApplicable: [{ kind: 'FileStorage', properties: {} }],
  },
});
