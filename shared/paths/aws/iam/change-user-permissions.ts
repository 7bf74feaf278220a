import { user } from '#shared/assets/aws/iam.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { groupsOfUser, policiesOfUser } from './own-policies.ts';

export default technique(user, {
  title: 'Only who administers users can change what one may do',
  gains: 'any permission for the user, by its own policies or by a group’s',
  by: 'principal',
  needs: [
    oneOf(
      permission('iam:PutUserPolicy'),
      permission('iam:AttachUserPolicy'),
      permission('iam:CreatePolicyVersion', { on: policiesOfUser }),
      permission('iam:PutGroupPolicy', { on: groupsOfUser }),
      permission('iam:AttachGroupPolicy', { on: groupsOfUser }),
      permission('iam:AddUserToGroup', { on: anyIn('arn:aws:iam::{account}:group/*') }),
    ),
  ],
  holds: 'change',
  severity: 'critical',
  basis: 'documented',
  reference: [
    'pathfinding iam-001',
    'pathfinding iam-007',
    'pathfinding iam-008',
    'pathfinding iam-010',
    'pathfinding iam-011',
    'pathfinding iam-013',
    'pathfinding iam-015',
    'pathfinding iam-018',
  ],
  why: 'Whoever is the user and may change it is an administrator with one more call.',
  fix: narrowed(
    'Allow the actions that change users, groups and policies to the role that deploys IAM alone.',
    ['iam:PutUserPolicy', 'iam:AttachUserPolicy', 'iam:AddUserToGroup'],
    'arn:aws:iam::…:user/…',
  ),
  source:
    'Service Authorization Reference, AWS IAM: PutUserPolicy, AttachUserPolicy, AddUserToGroup, PutGroupPolicy, AttachGroupPolicy, CreatePolicyVersion; pathfinding.cloud iam-007, iam-008, iam-010, iam-011, iam-013',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
