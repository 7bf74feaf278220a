import { role } from '#shared/assets/aws/iam.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(role, {
  title: 'Only who administers roles can say who assumes one',
  gains: 'sessions of the role, by letting oneself in',
  by: 'principal',
  needs: [permission('iam:UpdateAssumeRolePolicy')],
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding iam-012', 'pathfinding iam-019', 'pathfinding iam-020', 'pathfinding iam-021'],
  why: 'A trust policy that names oneself is all that it takes in the same account.',
  fix: narrowed(
    'Allow iam:UpdateAssumeRolePolicy to the role that deploys IAM alone.',
    'iam:UpdateAssumeRolePolicy',
    'arn:aws:iam::…:role/…',
  ),
  source: 'Service Authorization Reference, AWS IAM: UpdateAssumeRolePolicy; pathfinding.cloud iam-012',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
