import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const EC2 = 'ec2.amazonaws.com';

export default technique(role, {
  title: 'Only who has what a role has can start a machine that works as it',
  gains: 'a machine of one’s own that works as the role',
  by: 'principal',
  needs: [
    passTo(EC2),
    oneOf(
      permission('ec2:RunInstances', { on: anyIn('arn:aws:ec2:*:{account}:instance/*') }),
      permission('ec2:RequestSpotInstances', {
        on: anyIn('arn:aws:ec2:*:{account}:spot-instances-request/*'),
      }),
    ),
  ],
  applies: trusts(EC2),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding ec2-001', 'pathfinding ec2-003'],
  why: 'A machine runs the user data that its creator writes, with the credentials of the role in its instance profile.',
  fix: passRoleFix(EC2),
  source:
    'Service Authorization Reference, Amazon EC2: RunInstances, RequestSpotInstances; pathfinding.cloud ec2-001, ec2-003',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
