import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:CreateProcessingJob'],
  unless: { denied: 'sagemaker:CreateProcessingJob' },
});
