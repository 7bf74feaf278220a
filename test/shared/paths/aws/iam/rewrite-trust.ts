import { reaching } from '../reaching.ts';
import { pricingRole } from '../rows.ts';
import { allow, deny } from '../statements.ts';

export default reaching({
  target: pricingRole('sagemaker.amazonaws.com'),
  may: [allow('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::111122223333:role/pricing')],
  unless: [
    allow('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::111122223333:role/pricing'),
    deny('iam:*', 'arn:aws:iam::111122223333:role/pricing'),
  ],
});
