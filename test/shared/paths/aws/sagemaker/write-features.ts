import { reaching } from '../reaching.ts';
import { featureGroup, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: featureGroup(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('sagemaker:PutRecord')],
  otherwise: [featureGroup(false), pricingRole('sagemaker.amazonaws.com')],
});
