import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:CreateTrainingJob'],
  unless: { trusted: 'lambda.amazonaws.com' },
});
