import { passing } from '../passing.ts';

export default passing({
  service: 'ec2.amazonaws.com',
  actions: ['ec2:RunInstances'],
  unless: { passedTo: 'lambda.amazonaws.com' },
});
