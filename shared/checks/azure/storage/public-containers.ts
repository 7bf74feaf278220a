import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { MAY_BE_PUBLIC } from './anonymous.ts';
import { hasContainers, UNREAD_CONTAINERS } from './blobs.ts';

export default check(storageAccount, {
  title: 'No container that AI assets may use is public',
  severity: 'high',
  // The setting of the account stands above that of each container.
  applies: all(
    hasContainers,
    field('properties.allowBlobPublicAccess')
      .absentIs(...MAY_BE_PUBLIC)
      .isNot(false),
  ),
  fails: some(
    'containers',
    field('properties.publicAccess')
      .absentIs(
        'None',
        'ListContainerItem.publicAccess of @azure/arm-storage: data may be accessed publicly where it is specified',
      )
      .isNot('None'),
  ),
  why: 'Everybody on the internet reads the models, the training data or the logs in it without saying who they are.',
  fix: {
    console: 'Data storage › Containers › the container: change the access level to “Private”.',
    cli: 'az storage container-rm update --storage-account … --name … --public-access off',
    bicep: "properties: { publicAccess: 'None' }",
    terraform: 'container_access_type = "private"',
  },
  source: 'ListContainerItem.publicAccess of @azure/arm-storage; the official example BlobContainersList',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0036'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
      {
        kind: 'StorageV2',
        properties: {},
        containers: [
          { name: 'models', properties: { publicAccess: 'None' } },
          { name: 'logs', properties: {} },
        ],
      },
    ],
    fail: [
      {
        kind: 'StorageV2',
        properties: { allowBlobPublicAccess: true },
        containers: [
          { name: 'models', properties: { publicAccess: 'None' } },
          { name: 'data', properties: { publicAccess: 'Blob' } },
        ],
      },
      {
        kind: 'StorageV2',
        properties: {},
        containers: [{ name: 'data', properties: { publicAccess: 'Container' } }],
      },
    ],
    unknown: [
      { kind: 'StorageV2', properties: {}, containers: UNREAD_CONTAINERS },
      {
        kind: 'StorageV2',
        properties: {},
        containers: [{ name: 'data', properties: { publicAccess: 'UnheardOf' } }],
      },
    ],
    notApplicable: [
      {
        kind: 'StorageV2',
        properties: { allowBlobPublicAccess: false },
        containers: [{ name: 'data', properties: { publicAccess: 'Container' } }],
      },
      { kind: 'FileStorage', properties: {} },
    ],
  },
});
