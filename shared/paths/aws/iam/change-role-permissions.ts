import { role } from '#shared/assets/aws/iam.ts';
import { oneOf, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { policiesOfRole } from './own-policies.ts';

export default technique(role, {
  title: 'Only who administers roles can change what one may do',
  gains: 'any permission for the role, and so for whoever works as it',
  by: 'principal',
  needs: [
    oneOf(
      permission('iam:PutRolePolicy'),
      permission('iam:AttachRolePolicy'),
      permission('iam:CreatePolicyVersion', { on: policiesOfRole }),
    ),
  ],
  holds: 'change',
  severity: 'critical',
  basis: 'documented',
  reference: [
    'pathfinding iam-001',
    'pathfinding iam-005',
    'pathfinding iam-009',
    'pathfinding iam-014',
    'pathfinding iam-016',
    'pathfinding iam-017',
    'pathfinding iam-019',
    'pathfinding iam-020',
    'pathfinding iam-021',
  ],
  why: 'Whoever works as the role and may change it is an administrator with one more call.',
  fix: narrowed(
    'Allow the three actions to the role that deploys IAM alone, or only with a permissions boundary by iam:PermissionsBoundary.',
    ['iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:CreatePolicyVersion'],
    'arn:aws:iam::…:role/…',
  ),
  source:
    'Service Authorization Reference, AWS IAM: PutRolePolicy, AttachRolePolicy, CreatePolicyVersion; pathfinding.cloud iam-001, iam-005, iam-009',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
