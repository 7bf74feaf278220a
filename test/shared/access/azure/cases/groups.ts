import { type Case, group, subscription } from '../estate.ts';
import { contributor } from '../roles.ts';

const OVERVIEW = 'https://learn.microsoft.com/azure/role-based-access-control/overview#groups';
const asks = { permission: 'Microsoft.Search/searchServices/write', resource: group('rag') };
const assigned = [{ who: 'Marketing', role: contributor, at: subscription }];

const cases: readonly Case[] = [
  {
    says: 'who is in a group has the roles of the group',
    page: OVERVIEW,
    estate: { assigned, groups: { Marketing: ['Alice'] }, others: ['Alice', 'Bob'] },
    asks,
    answers: { Marketing: 'yes', Alice: 'yes', Bob: 'no' },
  },
  {
    says: 'who is in a group of that group has them too',
    page: OVERVIEW,
    estate: { assigned, groups: { Marketing: ['Europe'], Europe: ['Alice'] }, others: ['Alice'] },
    asks,
    answers: { Europe: 'yes', Alice: 'yes' },
  },
  {
    says: 'a group does not have the roles of the groups in it',
    page: OVERVIEW,
    estate: {
      assigned: [{ who: 'Europe', role: contributor, at: subscription }],
      groups: { Marketing: ['Europe', 'Bob'], Europe: ['Alice'] },
      others: ['Alice', 'Bob'],
    },
    asks,
    answers: { Marketing: 'no', Bob: 'no', Alice: 'yes' },
  },
  {
    says: 'where the members were not read the group itself is who may',
    page: OVERVIEW,
    estate: { assigned, groups: { Marketing: 'unread' }, others: ['Alice'] },
    asks,
    answers: { Marketing: 'yes', Alice: 'no' },
  },
];

export default cases;
