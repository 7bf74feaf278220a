import { role } from '#shared/assets/aws/iam.ts';
import { anyIn, oneOf, permission, technique } from '../../technique.ts';
import { passRoleFix, passTo } from '../pass-role.ts';
import { trusts } from '../trust.ts';

const TASKS = 'ecs-tasks.amazonaws.com';
const DEFINITIONS = anyIn('arn:aws:ecs:*:{account}:task-definition/*:*');

export default technique(role, {
  title: 'Only who has what a role has can run a task as it',
  gains: 'a container of one’s own that runs as the role',
  by: 'principal',
  needs: [
    passTo(TASKS),
    permission('ecs:RegisterTaskDefinition', { on: DEFINITIONS }),
    oneOf(
      permission('ecs:RunTask', { on: DEFINITIONS }),
      permission('ecs:StartTask', { on: DEFINITIONS }),
      permission('ecs:CreateService', { on: anyIn('arn:aws:ecs:*:{account}:service/*') }),
    ),
  ],
  applies: trusts(TASKS),
  holds: 'control',
  actsAs: 'the target',
  severity: 'high',
  basis: 'documented',
  reference: [
    'pathfinding ecs-001',
    'pathfinding ecs-002',
    'pathfinding ecs-003',
    'pathfinding ecs-004',
    'pathfinding ecs-005',
  ],
  why: 'A task runs any image that its definition names, with the credentials of the role that it names. Where there is no cluster, one is made by one call more.',
  fix: passRoleFix(TASKS),
  source:
    'Service Authorization Reference, Amazon ECS: RegisterTaskDefinition, RunTask, StartTask, CreateService; pathfinding.cloud ecs-001 to ecs-005',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
