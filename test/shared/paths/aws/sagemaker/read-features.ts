import { reaching } from '../reaching.ts';
import { featureGroup, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: featureGroup(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('sagemaker:GetRecord')],
  unless: [allow('sagemaker:GetRecord', 'arn:aws:sagemaker:eu-west-1:111122223333:feature-group/products')],
});
