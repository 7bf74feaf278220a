import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const TASKS = 'tasks.apprunner.amazonaws.com';

export default technique(role, {
  title: 'Only who has what a role has can create an App Runner service that works as it',
  gains: 'a container of one’s own that runs as the role',
  by: 'principal',
  needs: [
    passTo(TASKS),
    permission('apprunner:CreateService', { on: anyIn('arn:aws:apprunner:*:{account}:service/*') }),
  ],
  applies: trusts(TASKS),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: ['pathfinding apprunner-001'],
  why: 'A service runs any image and start command that its creator names, with the credentials of the role that they name.',
  fix: passRoleFix(TASKS),
  source: 'Service Authorization Reference, AWS App Runner: CreateService; pathfinding.cloud apprunner-001',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
