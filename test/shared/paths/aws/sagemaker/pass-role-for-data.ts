import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:CreateAutoMLJobV2'],
  unless: { denied: 'iam:PassRole' },
});
