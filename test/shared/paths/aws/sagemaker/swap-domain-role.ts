import { passing } from '../passing.ts';

export default passing({
  service: 'sagemaker.amazonaws.com',
  actions: [
    'sagemaker:UpdateDomain',
    'sagemaker:CreateUserProfile',
    'sagemaker:CreateApp',
    'sagemaker:CreatePresignedDomainUrl',
  ],
  unless: { without: 'sagemaker:CreateUserProfile' },
});
