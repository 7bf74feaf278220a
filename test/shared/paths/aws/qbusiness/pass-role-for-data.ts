import { passing } from '../passing.ts';

export default passing({
  service: 'qbusiness.amazonaws.com',
  actions: ['qbusiness:CreateDataSource'],
  unless: { denied: 'qbusiness:CreateDataSource' },
});
