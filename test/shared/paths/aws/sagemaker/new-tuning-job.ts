import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:CreateHyperParameterTuningJob'],
  unless: { bounded: ['sagemaker:*'] },
});
