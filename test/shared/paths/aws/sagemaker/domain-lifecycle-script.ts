import { reaching } from '../reaching.ts';
import { domain, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: domain(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [
    allow('sagemaker:CreateStudioLifecycleConfig'),
    allow('sagemaker:UpdateDomain', 'arn:aws:sagemaker:eu-west-1:111122223333:domain/d-pricing'),
  ],
  unless: [
    allow('sagemaker:CreateStudioLifecycleConfig'),
    allow('sagemaker:UpdateDomain', 'arn:aws:sagemaker:eu-west-1:111122223333:domain/d-claims'),
  ],
});
