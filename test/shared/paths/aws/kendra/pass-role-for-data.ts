import { passing } from '../passing.ts';

export default passing({
  service: 'kendra.amazonaws.com',
  actions: ['kendra:CreateDataSource'],
  unless: { passedTo: 'lambda.amazonaws.com' },
});
