import { reaching } from '../reaching.ts';
import { allow, role } from '../statements.ts';

const POLICY = 'arn:aws:iam::111122223333:policy/pricing-data';

const pricing = role('pricing', 'sagemaker.amazonaws.com');

const target = {
  ...pricing,
  config: {
    ...pricing.config,
    AttachedManagedPolicies: [
      {
        PolicyName: 'pricing-data',
        PolicyArn: POLICY,
        Document: { Version: '2012-10-17', Statement: [allow('s3:GetObject', 'arn:aws:s3:::claims/*')] },
      },
    ],
  },
};

export default reaching({
  target,
  may: [allow('iam:CreatePolicyVersion', POLICY)],
  unless: [allow('iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/intern-*')],
});
