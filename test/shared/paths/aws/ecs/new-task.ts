import { passing } from '../passing.ts';

export default passing({
  service: 'ecs-tasks.amazonaws.com',
  actions: ['ecs:RegisterTaskDefinition', 'ecs:RunTask'],
  unless: { trusted: 'ec2.amazonaws.com' },
});
