import { reaching } from '../reaching.ts';
import { pricingRole, profile } from '../rows.ts';
import { allow, deny } from '../statements.ts';

export default reaching({
  target: profile(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow(['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:UpdateUserProfile'])],
  unless: [
    allow(['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:UpdateUserProfile']),
    deny(
      'sagemaker:UpdateUserProfile',
      'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-pricing/noor',
    ),
  ],
});
