import { type Case, group, managementGroup, subscription } from '../estate.ts';
import { blobReader, contributor, owner, reader } from '../roles.ts';

const SCOPE = 'https://learn.microsoft.com/azure/role-based-access-control/scope-overview';
const OVERVIEW = 'https://learn.microsoft.com/azure/role-based-access-control/overview';
const PREREQUISITES =
  'https://learn.microsoft.com/azure/role-based-access-control/scope-overview#scope-format';

const storage = `${group('Example-Storage-rg')}/providers/Microsoft.Storage/storageAccounts/azurestorage12345`;
const container = `${storage}/blobServices/default/containers/blob-container-01`;
const network = `${group('MyVirtualNetworkResourceGroup')}/providers/Microsoft.Network/virtualNetworks/MyVirtualNetwork12345`;
const BLOB_READ = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read';

const cases: readonly Case[] = [
  ...[
    ['the root', '/', ['/']],
    ['a management group', managementGroup('marketing-group'), [managementGroup('marketing-group')]],
    ['the subscription', subscription, []],
    ['the resource group', group('Example-Storage-rg'), []],
    ['the resource', storage, []],
  ].map(
    ([level, at, above]): Case => ({
      says: `a role assigned at ${level} holds for what is below it`,
      page: SCOPE,
      estate: { assigned: [{ who: 'Alice', role: reader, at: String(at) }], above: above as string[] },
      asks: { permission: 'Microsoft.Storage/storageAccounts/read', resource: storage },
      answers: { Alice: 'yes' },
    }),
  ),
  {
    says: 'a management group that the subscription is not in gives nothing',
    page: SCOPE,
    estate: {
      assigned: [{ who: 'Alice', role: owner, at: managementGroup('sales-group') }],
      above: [managementGroup('marketing-group')],
    },
    asks: { permission: 'Microsoft.Storage/storageAccounts/read', resource: storage },
    answers: { Alice: 'no' },
  },
  {
    says: 'who contributes to the group pharma-sales has no access outside of it',
    page: OVERVIEW,
    estate: {
      assigned: [{ who: 'Marketing', role: contributor, at: group('pharma-sales') }],
      groups: { Marketing: 'unread' },
    },
    asks: { permission: 'Microsoft.Network/virtualNetworks/write', resource: network },
    answers: { Marketing: 'no' },
  },
  {
    says: 'who contributes to the group pharma-sales manages any resource in it',
    page: OVERVIEW,
    estate: {
      assigned: [{ who: 'Marketing', role: contributor, at: group('pharma-sales') }],
      groups: { Marketing: 'unread' },
    },
    asks: {
      permission: 'Microsoft.Network/virtualNetworks/write',
      resource: `${group('pharma-sales')}/providers/Microsoft.Network/virtualNetworks/v`,
    },
    answers: { Marketing: 'yes' },
  },
  {
    says: 'a resource group whose name begins alike is another one',
    page: SCOPE,
    estate: { assigned: [{ who: 'Alice', role: owner, at: group('pharma') }] },
    asks: {
      permission: 'Microsoft.Network/virtualNetworks/write',
      resource: `${group('pharma-sales')}/providers/Microsoft.Network/virtualNetworks/v`,
    },
    answers: { Alice: 'no' },
  },
  {
    says: 'resourcegroups and resourceGroups are one',
    page: PREREQUISITES,
    estate: {
      assigned: [{ who: 'Alice', role: owner, at: `${subscription}/resourcegroups/EXAMPLE-STORAGE-RG` }],
    },
    asks: { permission: 'Microsoft.Storage/storageAccounts/write', resource: storage },
    answers: { Alice: 'yes' },
  },
  {
    says: 'a role assigned at a container holds for its blobs',
    page: SCOPE,
    estate: { assigned: [{ who: 'Alice', role: blobReader, at: container }] },
    asks: { permission: BLOB_READ, resource: container },
    answers: { Alice: 'yes' },
  },
  {
    says: 'and not for those of another container',
    page: SCOPE,
    estate: { assigned: [{ who: 'Alice', role: blobReader, at: container }] },
    asks: { permission: BLOB_READ, resource: `${storage}/blobServices/default/containers/blob-container-02` },
    answers: { Alice: 'no' },
  },
  {
    says: 'of the account it gives blobs in that container only',
    page: SCOPE,
    estate: { assigned: [{ who: 'Alice', role: blobReader, at: container }] },
    asks: { permission: BLOB_READ, resource: storage },
    answers: { Alice: 'conditional' },
  },
  {
    says: 'an operation of the account itself is not one of the containers in it',
    page: SCOPE,
    estate: { assigned: [{ who: 'Alice', role: owner, at: container }] },
    asks: { permission: 'Microsoft.Storage/storageAccounts/listKeys/action', resource: storage },
    answers: { Alice: 'no' },
  },
  {
    says: 'what is assigned below a resource says nothing of the resource itself',
    page: SCOPE,
    estate: { assigned: [{ who: 'Alice', role: owner, at: container }] },
    asks: { permission: 'Microsoft.Storage/storageAccounts/write', resource: storage },
    answers: { Alice: 'no' },
  },
  ...(['blob-container-01', 'blob-container-02'] as const).map(
    (name): Case => ({
      says: `a condition on the name of the container is decided by the id of ${name}`,
      page: 'https://learn.microsoft.com/azure/role-based-access-control/conditions-format',
      estate: {
        assigned: [
          {
            who: 'Alice',
            role: blobReader,
            at: storage,
            condition: `((!(ActionMatches{'${BLOB_READ}'})) OR (@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'blob-container-01'))`,
          },
        ],
      },
      asks: { permission: BLOB_READ, resource: `${storage}/blobServices/default/containers/${name}` },
      answers: { Alice: name === 'blob-container-01' ? 'yes' : 'no' },
    }),
  ),
  {
    says: 'roles add up: Contributor of the subscription and Reader of a group is Contributor in the group',
    page: OVERVIEW,
    estate: {
      assigned: [
        { who: 'Alice', role: contributor, at: subscription },
        { who: 'Alice', role: reader, at: group('Example-Storage-rg') },
      ],
    },
    asks: { permission: 'Microsoft.Storage/storageAccounts/write', resource: storage },
    answers: { Alice: 'yes' },
  },
];

export default cases;
