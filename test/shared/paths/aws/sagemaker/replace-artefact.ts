import { reaching } from '../reaching.ts';
import { model, pricingRole } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: model(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:PutObject', 'arn:aws:s3:::pricing-models/v7/*')],
  unless: [allow('s3:PutObject', 'arn:aws:s3:::pricing-models/v8/*')],
});
