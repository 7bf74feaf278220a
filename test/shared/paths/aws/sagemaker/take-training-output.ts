import { reaching } from '../reaching.ts';
import { pricingRole, trainingJob } from '../rows.ts';
import { allow } from '../statements.ts';

export default reaching({
  target: trainingJob({ TrainingJobStatus: 'Completed' }),
  beside: [pricingRole('sagemaker.amazonaws.com')],
  may: [allow('s3:GetObject', 'arn:aws:s3:::pricing-models/v7/*')],
  unless: [allow('s3:ListBucket', 'arn:aws:s3:::pricing-models')],
});
