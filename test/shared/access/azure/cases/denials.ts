import { type Case, group, permissions, subscription } from '../estate.ts';
import { blobReader, contributor, owner } from '../roles.ts';

const DENY = 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments';
const OVERVIEW = 'https://learn.microsoft.com/azure/role-based-access-control/overview#deny-assignments';

const managed = group('managed');
const storage = `${managed}/providers/Microsoft.Storage/storageAccounts/app`;
const write = { permission: 'Microsoft.Storage/storageAccounts/write', resource: storage };
const read = { permission: 'Microsoft.Storage/storageAccounts/read', resource: storage };
const everything = permissions({ actions: ['*'] });
const allButReading = permissions({ actions: ['*'], notActions: ['*/read'] });
const assigned = [
  { who: 'Alice', role: owner, at: subscription },
  { who: 'App', role: contributor, at: subscription },
];

const cases: readonly Case[] = [
  {
    says: 'a deny assignment blocks even where a role assignment grants',
    page: OVERVIEW,
    estate: { assigned, denied: [{ who: ['Alice'], permissions: everything, at: managed }] },
    asks: write,
    answers: { Alice: 'no', App: 'yes' },
  },
  {
    says: 'All Principals are all, less those excluded',
    page: DENY,
    estate: { assigned, denied: [{ except: ['App'], permissions: everything, at: managed }] },
    asks: write,
    answers: { Alice: 'no', App: 'yes' },
  },
  {
    says: 'NotActions are left out of what is denied',
    page: DENY,
    estate: { assigned, denied: [{ permissions: allButReading, at: managed }] },
    asks: read,
    answers: { Alice: 'yes', App: 'yes' },
  },
  {
    says: 'and what is not left out is denied',
    page: DENY,
    estate: { assigned, denied: [{ permissions: allButReading, at: managed }] },
    asks: write,
    answers: { Alice: 'no', App: 'no' },
  },
  {
    says: 'a deny assignment holds for the scopes below it by default',
    page: DENY,
    estate: { assigned, denied: [{ permissions: everything, at: subscription }] },
    asks: write,
    answers: { Alice: 'no' },
  },
  {
    says: 'one that does not apply to child scopes does not',
    page: DENY,
    estate: { assigned, denied: [{ permissions: everything, at: managed, reachesChildren: false }] },
    asks: write,
    answers: { Alice: 'yes' },
  },
  {
    says: 'and applies at its own scope',
    page: DENY,
    estate: { assigned, denied: [{ permissions: everything, at: managed, reachesChildren: false }] },
    asks: { ...write, resource: managed },
    answers: { Alice: 'no' },
  },
  {
    says: 'a deny assignment elsewhere does nothing',
    page: DENY,
    estate: { assigned, denied: [{ permissions: everything, at: group('other') }] },
    asks: write,
    answers: { Alice: 'yes' },
  },
  {
    says: 'denied Actions are not data actions',
    page: DENY,
    estate: {
      assigned: [{ who: 'Alice', role: blobReader, at: subscription }],
      denied: [{ permissions: everything, at: managed }],
    },
    asks: {
      permission: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
      resource: storage,
    },
    answers: { Alice: 'yes' },
  },
  {
    says: 'denied DataActions are',
    page: DENY,
    estate: {
      assigned: [{ who: 'Alice', role: blobReader, at: subscription }],
      denied: [{ permissions: permissions({ dataActions: ['*'] }), at: managed }],
    },
    asks: {
      permission: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
      resource: storage,
    },
    answers: { Alice: 'no' },
  },
  {
    says: 'a group that is denied denies its members',
    page: DENY,
    estate: {
      assigned,
      denied: [{ who: ['Contractors'], permissions: everything, at: managed }],
      groups: { Contractors: ['Alice'] },
    },
    asks: write,
    answers: { Alice: 'no', App: 'yes' },
  },
  {
    says: 'where the members of a denied group were not read it depends on them',
    page: DENY,
    estate: {
      assigned,
      denied: [{ who: ['Contractors'], permissions: everything, at: managed }],
      groups: { Contractors: 'unread' },
    },
    asks: write,
    answers: { Alice: 'conditional', App: 'conditional' },
  },
  {
    says: 'where the members of an excluded group were not read it depends on them as well',
    page: DENY,
    estate: {
      assigned,
      denied: [{ except: ['Operators'], permissions: everything, at: managed }],
      groups: { Operators: 'unread' },
    },
    asks: write,
    answers: { Alice: 'conditional' },
  },
  {
    says: 'who is in an excluded group is not denied',
    page: DENY,
    estate: {
      assigned,
      denied: [{ except: ['Operators'], permissions: everything, at: managed }],
      groups: { Operators: ['Alice'] },
    },
    asks: write,
    answers: { Alice: 'yes', App: 'no' },
  },
  {
    says: 'a deny assignment gives nobody anything',
    page: DENY,
    estate: {
      assigned: [],
      denied: [{ who: ['Alice'], permissions: allButReading, at: managed }],
      others: ['Alice'],
    },
    asks: read,
    answers: { Alice: 'no' },
  },
];

export default cases;
