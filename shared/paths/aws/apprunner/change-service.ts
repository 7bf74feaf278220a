import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';
import { trusts } from '../trust.ts';

/** Services are not in the inventory: that one works as the role is concluded from whom it trusts. */
export default technique(role, {
  title: 'Only who deploys an App Runner service can change what it runs',
  gains: 'another image or start command in a service that works as the role',
  by: 'principal',
  needs: [permission('apprunner:UpdateService', { on: anyIn('arn:aws:apprunner:*:{account}:service/*') })],
  applies: trusts('tasks.apprunner.amazonaws.com'),
  holds: 'control',
  actsAs: 'the target',
  severity: 'medium',
  basis: 'inferred',
  reference: ['pathfinding apprunner-002'],
  why: 'The service keeps its role when its image or start command changes: nobody has to pass it again.',
  fix: narrowed(
    'Allow apprunner:UpdateService to the role that deploys the service alone.',
    'apprunner:UpdateService',
    'arn:aws:apprunner:…:…:service/…',
  ),
  source: 'Service Authorization Reference, AWS App Runner: UpdateService; pathfinding.cloud apprunner-002',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
