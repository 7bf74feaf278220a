import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: ['sagemaker:UpdateUserProfile', 'sagemaker:CreateApp', 'sagemaker:CreatePresignedDomainUrl'],
  unless: { without: 'sagemaker:CreatePresignedDomainUrl' },
});
