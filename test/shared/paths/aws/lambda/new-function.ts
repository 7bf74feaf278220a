import { passing } from '../passing.ts';

export default passing({
  service: 'lambda.amazonaws.com',
  actions: ['lambda:CreateFunction', 'lambda:AddPermission'],
  unless: { without: 'lambda:AddPermission' },
});
