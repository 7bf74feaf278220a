import { reaching } from '../reaching.ts';
import { pricingRole, trainingJob } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: trainingJob(),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:PutObject', 'arn:aws:s3:::pricing-data/train/*')],
  unless: [allow('s3:PutObject', 'arn:aws:s3:::pricing-data/test/*')],
});
