import { reaching } from '../reaching.ts';
import { model, pricingRole } from '../rows.ts';
import { allow, deny } from '../statements.ts';

export default reaching({
  target: model(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:GetObject', 'arn:aws:s3:::pricing-models/*')],
  unless: [
    allow('s3:GetObject', 'arn:aws:s3:::pricing-models/*'),
    deny('s3:GetObject', 'arn:aws:s3:::pricing-models/v7/*'),
  ],
});
