import { reaching } from '../reaching.ts';
import { domain, pricingRole, profile } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: profile(),
  beside: [domain('IAM'), pricingRole('sagemaker.amazonaws.com')],
  may: [
    allow('sagemaker:CreatePresignedDomainUrl', 'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/*'),
  ],
  otherwise: [profile(), domain('SSO'), pricingRole('sagemaker.amazonaws.com')],
});
