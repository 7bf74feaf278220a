import { passing } from '../passing.ts';

export default passing({
  service: 'tasks.apprunner.amazonaws.com',
  actions: ['apprunner:CreateService'],
  unless: { trusted: 'build.apprunner.amazonaws.com' },
});
