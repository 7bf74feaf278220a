import { passing } from '../passing.ts';

export default passing({
  service: 'cloudformation.amazonaws.com',
  actions: ['cloudformation:CreateStack'],
  unless: { otherRole: true },
});
